import { test } from '@japa/runner'
import type { Json } from '#core/json'
import type { FeelType } from '#engine/feel'
import { type Known, compileProcess } from '#engine/index'
import { draw, end, exclusive, many, service, start, timer, user, waitFor } from './builder.ts'
import { Case, graphOf } from './case.ts'

const outputs = (out: Record<string, string>) =>
  draw('start -> ask -> show -> end', {
    start: start(),
    ask: user('a', { out }),
    show: service('a.a', { in: Object.fromEntries(Object.keys(out).map((name) => [name, name])) }),
    end: end(),
  })

async function kept(out: Record<string, string>, result: Json): Promise<Record<string, Json> | undefined> {
  return (await Case.of(outputs(out))).done('ask', result).state?.variables
}

test.group('Values of variables', () => {
  test('what an answer brings is kept as it came', async ({ assert }) => {
    const result = {
      text: 'a',
      yes: true,
      none: null,
      whole: 5,
      list: [1, 'b', { c: 2 }],
      day: '2026-01-31',
      money: '12.50',
    }
    const out = Object.fromEntries(Object.keys(result).map((name) => [name, `result.${name}`]))
    assert.deepEqual(await kept(out, result), result)
  })

  test('a missing answer is null, never left out', async ({ assert }) => {
    assert.deepEqual(await kept({ decision: 'result.decision' }, {}), { decision: null })
    assert.deepEqual(await kept({ decision: 'result.decision' }, null), { decision: null })
  })

  test('outputs see the variables as they were before', async ({ assert }) => {
    const played = await Case.of(outputs({ a: 'b', b: 'a' }), { a: 1, b: 2 })
    assert.deepEqual(played.done('ask').state?.variables, { a: 2, b: 1 })
  })

  test('with a type, a decimal is counted with, exactly', async ({ assert }) => {
    const xml = draw('start -> ask -> decide\ndecide -> exact : fee + 0.2 = 0.3\ndecide -> other : default', {
      start: start(),
      ask: user('a', { out: { fee: 'result.fee :: number' } }),
      decide: exclusive(),
      exact: end('exact'),
      other: end('other'),
    })
    // JSON carries decimals as text; the type says that it is a number
    for (const fee of ['0.1', 0.1]) {
      const played = (await Case.of(xml)).done('ask', { fee })
      assert.equal(played.state?.outcome, 'exact')
      assert.equal(played.state?.variables.fee, '0.1')
    }
  })

  test('a text that is no number is an incident where it is asked for, not a no', async ({ assert }) => {
    const xml = draw('start -> ask -> decide\ndecide -> dear : fee > 10\ndecide -> other : default', {
      start: start(),
      ask: user('a', { out: { fee: 'result.fee :: number' } }),
      decide: exclusive(),
      dear: end('dear'),
      other: end('other'),
    })
    const played = (await Case.of(xml)).done('ask', { fee: 'a lot' })
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['condition_not_boolean']
    )
    assert.equal(played.retry('decide', { fee: '12' }).state?.outcome, 'dear')
  })

  test('the variables that a case starts with are read by their types', async ({ assert }) => {
    const xml = draw(
      'start -> decide\ndecide -> late : filed > date("2026-01-31")\ndecide -> dear : fee > 12.49\ndecide -> no : default',
      {
        start: start(),
        decide: exclusive(),
        late: end('late'),
        dear: end('dear'),
        no: end('no'),
      }
    )
    const known: Known = { variables: { filed: 'date', fee: 'number' } }
    const graph = await graphOf(xml, known)
    const outcome = (filed: string, fee: string) =>
      new Case(graph).happen({ type: 'start', variables: { filed, fee } }).state?.outcome
    assert.equal(outcome('2026-02-01', '1'), 'late')
    assert.equal(outcome('2026-01-01', '12.50'), 'dear')
    assert.equal(outcome('2026-01-01', '12.49'), 'no')
  })

  test('a literal is a text in single or double quotes', async ({ assert }) => {
    const xml = draw('start -> a -> end', {
      start: start(),
      a: service('a.a', { in: { one: '=\'it is "so"\'', two: '"two"', three: '= 1 + 2', four: 'null' } }),
      end: end(),
    })
    assert.deepEqual((await Case.of(xml)).of('activity')[0]?.input, {
      one: 'it is "so"',
      two: 'two',
      three: '3',
      four: null,
    })
  })
})

test.group('Expressions are judged when the process is compiled', () => {
  const errors = async (xml: string, known?: Known) => {
    const compiled = await compileProcess({ file: 'p.bpmn', xml, known })
    return compiled.ok ? [] : compiled.error.map(({ code, element, line }) => [code, element, typeof line])
  }
  const decide = (condition: string) =>
    draw(`start -> decide\ndecide -> yes : ${condition}\ndecide -> no : default`, {
      start: start(),
      decide: exclusive(),
      yes: end(),
      no: end(),
    })

  test('what can not be read, names the flow', async ({ assert }) => {
    assert.deepEqual(await errors(decide('x = )')), [['SYNTAX', 'decide_to_yes', 'number']])
  })

  test('what can not be yes or no, names the flow', async ({ assert }) => {
    assert.deepEqual(await errors(decide('1 + 2')), [['TYPE_NOT_EXPECTED', 'decide_to_yes', 'number']])
  })

  const pausing = (expression: string, type: FeelType) =>
    errors(draw('start -> t -> end', { start: start(), t: waitFor(timer(expression)), end: end() }), {
      variables: { limit: type },
    })

  test('a number is no term, and neither a yes nor a list', async ({ assert }) => {
    for (const type of ['number', 'boolean', { list: 'string' }] as const)
      assert.deepEqual(await pausing('=limit', type), [['TYPE_NOT_EXPECTED', 't', 'number']])
    for (const type of [
      'any',
      'string',
      'date',
      'date and time',
      'days and time duration',
      'years and months duration',
    ] as const)
      assert.deepEqual(await pausing('=limit', type), [])
    const days = { variables: { days: 'number' } } as const
    const wait = (expression: string) =>
      draw('start -> t -> end', { start: start(), t: waitFor(timer(expression)), end: end() })
    assert.deepEqual(await errors(wait('=string(days) + " working days"'), days), [])
    const compiled = await compileProcess({ file: 'p.bpmn', xml: wait('=days'), known: days })
    assert.deepInclude(compiled.ok ? {} : compiled.error[0]?.params, {
      expected: 'string, date, date and time, days and time duration, years and months duration',
      found: 'number',
    })
  })

  test('a collection is a list; how many times is a number', async ({ assert }) => {
    const each = (collection: string, type: FeelType) =>
      errors(
        draw('start -> a -> end', {
          start: start(),
          a: many(user('a'), { 'fin:collection': collection }),
          end: end(),
        }),
        { variables: { x: type } }
      )
    for (const type of ['number', 'string', 'boolean', { context: {} }] as const)
      assert.deepEqual(await each('x', type), [['TYPE_NOT_EXPECTED', 'a', 'number']])
    assert.deepEqual(await each('x', { list: 'string' }), [])
    assert.deepEqual(await each('x', 'any'), [])
    const times = (type: FeelType) =>
      errors(
        draw('start -> a -> end', {
          start: start(),
          a: many(user('a'), {}),
          end: end(),
        }).replace(
          '</bpmn:multiInstance',
          '<bpmn:loopCardinality>x</bpmn:loopCardinality></bpmn:multiInstance'
        ),
        { variables: { x: type } }
      )
    assert.deepEqual(await times('number'), [])
    assert.deepEqual(await times({ list: 'number' }), [['TYPE_NOT_EXPECTED', 'a', 'number']])
  })

  test('a name that nobody gives is told, once the variables are known', async ({ assert }) => {
    assert.deepEqual(await errors(decide('x = 1')), [])
    assert.deepEqual(await errors(decide('x = 1'), { variables: { y: 'number' } }), [
      ['NAME_UNKNOWN', 'decide_to_yes', 'number'],
    ])
    assert.deepEqual(await errors(decide('x = 1'), { variables: { x: 'number' } }), [])
    assert.deepEqual(await errors(outputs({ x: 'result.y' }), { variables: {} }), [])
    assert.deepEqual(
      await errors(draw('start -> t -> end', { start: start(), t: waitFor(timer('=limit')), end: end() }), {
        variables: {},
      }),
      [['NAME_UNKNOWN', 't', 'number']]
    )
  })

  test('result exists in outputs only', async ({ assert }) => {
    const xml = draw('start -> a -> end', {
      start: start(),
      a: service('a.a', { in: { x: 'result' } }),
      end: end(),
    })
    assert.deepEqual(await errors(xml, { variables: {} }), [['NAME_UNKNOWN', 'a', 'number']])
  })
})
