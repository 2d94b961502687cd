import { test } from '@japa/runner'
import { draw, end, parallel, start, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('End event', () => {
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

  test('each end says how the case has ended, the last one reached for good', async ({ assert }) => {
    const xml = draw('start -> fork -> a -> first\nfork -> b -> second', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      first: end('first'),
      second: end('second'),
    })
    const played = (await Case.of(xml)).done('b')
    assert.equal(played.state?.outcome, 'second')
    assert.deepEqual(played.done('a').of('end'), [{ type: 'end', outcome: 'first' }])
  })

  test('leads nowhere', async ({ assert }) => {
    const onward = draw('start -> end -> a -> other', {
      start: start(),
      end: end(),
      a: user('a'),
      other: end(),
    })
    assert.deepEqual(await saidOf(onward), ['END_GOES_ON end'])
  })
})
