import { test } from '@japa/runner'
import { draw, end, parallel, start, user } from '../builder.ts'
import { Case } from '../case.ts'

test.group('Start and end event', () => {
  test('a case begins at the start and ends at the end, saying how', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> end', { start: start(), end: end('done', { 'fin:phase': 'closed' }) })
    )
    assert.isTrue(played.ended)
    assert.deepEqual(played.commands, [
      { type: 'trace', element: 'start', kind: 'enter' },
      { type: 'trace', element: 'start', kind: 'leave' },
      { type: 'trace', element: 'start', kind: 'take', flow: 'start_to_end' },
      { type: 'trace', element: 'end', kind: 'enter' },
      { type: 'phase', phase: 'closed' },
      { type: 'trace', element: 'end', kind: 'leave' },
      { type: 'end', outcome: 'done' },
    ])
    assert.equal(played.state?.outcome, 'done')
  })

  test('a case goes on until its last branch has ended', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> fork -> one -> end\nfork -> two -> other', {
        start: start(),
        fork: parallel(),
        one: user('a'),
        two: user('b'),
        end: end('first'),
        other: end(),
      })
    )
    played.done('one')
    assert.isFalse(played.ended)
    assert.deepEqual(played.waiting, ['two'])
    played.done('two')
    assert.isTrue(played.ended)
    // an end that names no outcome leaves the one that was reached
    assert.deepEqual(played.of('end'), [{ type: 'end', outcome: 'first' }])
  })

  test('a case that has begun does not begin again, and one that has not takes no other event', async ({
    assert,
  }) => {
    const played = await Case.of(draw('start -> a -> end', { start: start(), a: user('a'), end: end() }))
    const before = played.state
    assert.deepEqual(played.happen({ type: 'start', variables: { x: 1 } }).state, before)
    assert.throws(
      () => new Case(played.graph).happen({ type: 'trigger', key: 'a:1' }),
      /begins with its start/
    )
  })
})
