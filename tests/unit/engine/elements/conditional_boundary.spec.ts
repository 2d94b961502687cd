import { test } from '@japa/runner'
import { again, condition, draw, end, exclusive, many, on, start, sub, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = (cancelActivity?: string) =>
  draw('start -> a -> end\nholds -> b -> out', {
    start: start(),
    a: user('a', { out: { amount: 'result' } }),
    holds: on('a', condition('amount > 10'), { cancelActivity }),
    b: user('b'),
    end: end('done'),
    out: end('over'),
  })

test.group('Conditional boundary event', () => {
  test('ends what it sits on once its condition comes to hold', async ({ assert }) => {
    const played = (await Case.of(xml(), { amount: 1 })).set({ amount: 11 })
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'a:2' }])
    assert.deepEqual(played.waiting, ['b'])
  })

  test('or at once, where it holds when that begins', async ({ assert }) => {
    assert.deepEqual((await Case.of(xml(), { amount: 11 })).waiting, ['b'])
  })

  test('what the task itself brings comes when it is done, and is too late for it', async ({ assert }) => {
    const played = (await Case.of(xml(), { amount: 1 })).done('a', 11)
    assert.equal(played.state?.outcome, 'done')
    assert.deepEqual(played.state?.variables, { amount: 11 })
  })

  test('when it does not interrupt, opens a branch each time it comes to hold, not while it goes on holding', async ({
    assert,
  }) => {
    const played = (await Case.of(xml('false'), { amount: 11 })).set({ amount: 12 })
    assert.lengthOf(played.keys('b'), 1)
    played.set({ amount: 1 })
    assert.lengthOf(played.keys('b'), 1)
    played.set({ amount: 13 })
    assert.lengthOf(played.keys('b'), 2)
    // a null in between is no longer holding
    played.set({ amount: null }).set({ amount: 14 })
    assert.lengthOf(played.keys('b'), 3)
    played.done('a')
    assert.deepEqual(played.waiting, ['b', 'b', 'b'])
  })

  test('inside a repetition it is asked over the variables of that', async ({ assert }) => {
    const part = sub('s -> a -> e\nholds -> b -> e', {
      s: start(),
      a: user('a'),
      holds: on('a', condition('n > limit')),
      b: user('b'),
      e: end(),
    })
    const played = await Case.of(
      draw('start -> part -> end', {
        start: start(),
        part: many(part, { 'fin:collection': '[1, 2, 3]', 'fin:item': 'n' }),
        end: end(),
      }),
      { limit: 2 }
    )
    assert.lengthOf(played.keys('a'), 2)
    assert.lengthOf(played.keys('b'), 1)
    played.set({ limit: 1 })
    assert.lengthOf(played.keys('b'), 2)
  })

  test('on a loop it ends the loop', async ({ assert }) => {
    const loop = draw('start -> a -> end\nholds -> out', {
      start: start(),
      a: again(user('a', { out: { n: 'result' } }), 'true'),
      holds: on('a', condition('n = 3')),
      end: end('done'),
      out: end('third'),
    })
    const played = await Case.of(loop, { n: 0 })
    for (const n of [1, 2, 3]) played.doneAt(played.keys('a', 'task')[0]!, n)
    assert.equal(played.state?.outcome, 'third')
  })

  test('has a condition that is a yes or no, and sits on something that takes time', async ({ assert }) => {
    const sitting = (definition: string, host: ReturnType<typeof user> = user('a')) =>
      draw('start -> it -> end\nholds -> end', {
        start: start(),
        it: host,
        holds: on('it', definition),
        end: end(),
      })
    const known = { variables: { ready: 'boolean', amount: 'number' } } as const
    assert.deepEqual(await saidOf(sitting(condition('ready')), known), [])
    assert.deepEqual(await saidOf(sitting(condition('amount')), known), ['TYPE_NOT_EXPECTED holds'])
    assert.deepEqual(await saidOf(sitting('<bpmn:conditionalEventDefinition/>')), [
      'CONDITION_OF_EVENT_MISSING holds',
    ])
    assert.deepEqual(await saidOf(sitting(condition('ready'), exclusive())), ['BOUNDARY_WITHOUT_HOST holds'])
  })
})
