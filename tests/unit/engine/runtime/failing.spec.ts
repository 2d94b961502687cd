import { test } from '@japa/runner'
import { draw, end, many, message, service, signal, start, user, waitFor } from '../builder.ts'
import { Case } from '../case.ts'

const codes = (played: Case) => played.of('incident').map(({ code, detail }) => [code, detail])

test.group('An expression that goes wrong', () => {
  test('in an input stops the element before anything is ordered, and the order is given once it is mended', async ({
    assert,
  }) => {
    const xml = draw('start -> pay -> end', {
      start: start(),
      pay: service('payments.ask', { in: { each: '100 / shares' } }),
      end: end(),
    })
    const played = await Case.of(xml, { shares: 0 })
    assert.deepEqual(codes(played), [['expression_failed', '100 / shares']])
    assert.deepEqual(played.of('activity'), [])
    played.retry('pay', { shares: 4 })
    assert.deepEqual(
      played.of('activity').map(({ input }) => input),
      [{ each: '25' }]
    )
  })

  test('in an output keeps what has come: nobody is asked again, and it goes on once it is mended', async ({
    assert,
  }) => {
    const xml = draw('start -> ask -> end', {
      start: start(),
      ask: user('ask', { out: { share: 'result.sum / people' } }),
      end: end(),
    })
    const played = (await Case.of(xml, { people: 0 })).done('ask', { sum: 10 })
    assert.deepEqual(codes(played), [['expression_failed', 'result.sum / people']])
    assert.isFalse(played.ended)
    assert.deepEqual(played.of('incident')[0]?.because, { 'result.sum': 10, people: 0 })
    played.retry('ask')
    assert.deepEqual(codes(played), [['expression_failed', 'result.sum / people']])
    played.retry('ask', { people: 4 })
    assert.deepEqual(played.of('task'), [])
    assert.strictEqual(played.state?.variables['share'], '2.5')
    assert.isTrue(played.ended)
  })

  for (const [what, event, tell] of [
    ['message', message('told'), (played: Case) => played.message('told', { sum: 'much' })],
    ['signal', signal('told'), (played: Case) => played.signal('told', { sum: 'much' })],
  ] as const)
    test(`in what a ${what} brings keeps it, and hears no second one meanwhile`, async ({ assert }) => {
      const xml = draw('start -> wait -> end', {
        start: start(),
        wait: waitFor(event, { out: { double: 'result.sum * factor' } }),
        end: end(),
      })
      const played = tell(await Case.of(xml, { factor: 2 }))
      assert.deepEqual(codes(played), [['expression_failed', 'result.sum * factor']])
      const before = played.state
      assert.deepEqual(tell(played).state, before)
    })

  test('in what a repetition gives stops that repetition: its work is not done again, only its part reckoned', async ({
    assert,
  }) => {
    const xml = draw('start -> ask -> end', {
      start: start(),
      ask: many(user('ask', { out: { sum: 'result.sum' } }), {
        ...{ 'fin:collection': '[1, 2]', 'fin:collect': 'shares', 'fin:each': 'sum / people' },
      }),
      end: end(),
    })
    const played = await Case.of(xml, { people: 0 })
    const [first, second] = played.keys('ask', 'task') as [string, string]
    assert.deepEqual(codes(played.doneAt(first, { sum: 10 })), [['expression_failed', 'sum / people']])
    assert.deepEqual(played.doneAt(first, { sum: 20 }).commands, [])
    played.happen({ type: 'retry', key: first, variables: { people: 4 } }, false).doneAt(second, { sum: 2 })
    assert.deepEqual(played.state?.variables['shares'], ['2.5', '0.5'])
    assert.isTrue(played.ended)
  })

  test('is no choice of its own: a missing amount is neither dear nor cheap', async ({ assert }) => {
    const xml = draw('start -> ask -> end', {
      start: start(),
      ask: user('ask', { in: { kind: 'if amount > 100 then "dear" else "cheap"' } }),
      end: end(),
    })
    assert.lengthOf(codes(await Case.of(xml)), 1)
    assert.deepEqual(
      (await Case.of(xml, { amount: 5 })).of('task').map(({ variables }) => variables),
      [{ kind: 'cheap' }]
    )
  })

  test('is not an answer that nobody gave: that is null, and goes on', async ({ assert }) => {
    const xml = draw('start -> ask -> end', {
      start: start(),
      ask: user('ask', { in: { phone: 'answers.phone', other: 'nothing' }, out: { note: 'result.note' } }),
      end: end(),
    })
    const played = await Case.of(xml, { answers: { name: 'Empar' } })
    assert.deepEqual(played.of('task')[0]?.variables, { phone: null, other: null })
    assert.isTrue(played.done('ask', {}).ended)
  })
})
