import { test } from '@japa/runner'
import { cancel, draw, end, ending, on, start, sub, transaction, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { around, booking } from './shared/booking.ts'

test.group('Cancel boundary event', () => {
  test('waits for nothing while its transaction runs, and is gone with it', async ({ assert }) => {
    const played = await Case.of(around(booking()))
    assert.deepEqual(played.waiting, ['a', 'b', 'c', 'part'])
    const failed = played.happen({ type: 'error', key: played.key('c'), code: 'E' })
    assert.notInclude(failed.path, 'cancelled')
  })

  test('is where the case goes on, with all of the transaction gone', async ({ assert }) => {
    const played = (await Case.of(around(booking()))).done('b')
    assert.deepEqual(played.path.slice(-3), ['bad', 'cancelled', 'd'])
    assert.deepEqual(Object.values(played.state!.tokens), [{ element: 'd', waits: 'task' }])
    assert.notProperty(played.state!, 'compensations')
    assert.equal(played.done('d').state?.outcome, 'cancelled')
  })

  test('sits on a transaction, always ends it, and leads on', async ({ assert }) => {
    const on_ = (host: Parameters<typeof draw>[1][string], given = {}, flows = 'cancelled -> end') =>
      draw(`start -> it -> end\n${flows}`, {
        start: start(),
        it: host,
        cancelled: on('it', cancel(), given),
        end: end(),
      })
    const whole = transaction('s -> bad', { s: start(), bad: ending(cancel()) })
    const part = sub('s -> e', { s: start(), e: end() })
    assert.deepEqual(await saidOf(on_(whole)), [])
    const never = transaction('s -> e', { s: start(), e: end() })
    assert.deepEqual(await saidOf(on_(never)), ['CANCEL_NEVER cancelled'])
    assert.deepEqual(await saidOf(on_(part)), ['CANCEL_OUTSIDE cancelled'])
    assert.deepEqual(await saidOf(on_(user('a'))), ['CANCEL_OUTSIDE cancelled'])
    assert.deepEqual(await saidOf(on_(whole, { cancelActivity: 'false' })), ['REFUSED_PROPERTY cancelled'])
    assert.deepEqual(await saidOf(on_(whole, {}, '')), ['DEAD_END cancelled'])
  })
})
