import { test } from '@japa/runner'
import { draw, element, end, exclusive, many, mapped, start, user, work } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Expression task', () => {
  test('works out its outputs over the variables as they were, and goes on at once', async ({ assert }) => {
    const xml = draw('start -> swap -> decide\ndecide -> yes : a > b\ndecide -> no : default', {
      start: start(),
      swap: work({ a: 'b', b: 'a' }),
      decide: exclusive(),
      yes: end('yes'),
      no: end('no'),
    })
    const played = await Case.of(xml, { a: 1, b: 2 })
    assert.deepEqual(played.state?.variables, { a: 2, b: 1 })
    assert.equal(played.state?.outcome, 'yes')
    assert.deepEqual(played.path, ['start', 'swap', 'decide', 'yes'])
  })

  test('an expression that can not be worked out stops it, and goes on once its variables are mended', async ({
    assert,
  }) => {
    const xml = draw('start -> sum -> decide\ndecide -> yes : big\ndecide -> no : default', {
      start: start(),
      sum: work({ big: 'amount > 100' }),
      decide: exclusive(),
      yes: end('yes'),
      no: end('no'),
    })
    const played = await Case.of(xml, { amount: 'much' })
    assert.deepEqual(played.state?.variables, { amount: 'much' })
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['expression_failed']
    )
    assert.equal(played.retry('sum', { amount: 200 }).state?.outcome, 'yes')
  })

  test('repeated, each turn has what it works out for itself, and gives what is collected', async ({
    assert,
  }) => {
    const xml = draw('start -> double -> ask -> end', {
      start: start(),
      double: many(work({ twice: 'n * 2' }), {
        'fin:collection': 'numbers',
        'fin:item': 'n',
        'fin:collect': 'all',
        'fin:each': 'twice',
      }),
      ask: user('a'),
      end: end(),
    })
    const played = await Case.of(xml, { numbers: [1, 2, 3], twice: 'untouched' })
    assert.deepEqual(played.state?.variables, { numbers: [1, 2, 3], twice: 'untouched', all: [2, 4, 6] })
    assert.deepEqual(played.waiting, ['ask'])
  })

  test('works something out, in FEEL and by its outputs alone', async ({ assert }) => {
    const it = (given: Record<string, string>, inside = '') =>
      draw('start -> it -> end', { start: start(), it: element('scriptTask', given, inside), end: end() })
    const out = mapped({}, { x: '1 + 1' })
    for (const scriptFormat of ['feel', 'FEEL']) assert.deepEqual(await saidOf(it({ scriptFormat }, out)), [])
    assert.deepEqual(await saidOf(it({}, out)), [])
    assert.deepEqual(await saidOf(it({})), ['EXPRESSION_TASK_EMPTY it'])
    assert.deepEqual(await saidOf(it({ scriptFormat: 'javascript' }, out)), ['REFUSED_SCRIPT it'])
    assert.deepEqual(await saidOf(it({}, `${out}<bpmn:script>x = 1</bpmn:script>`)), ['REFUSED_SCRIPT it'])
  })
})
