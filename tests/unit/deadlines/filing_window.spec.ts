import { test } from '@japa/runner'
import { filingWindow } from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const states = (window: { from: string; to: string }, ...instants: string[]) =>
  instants.map((instant) => filingWindow(window, instant, algemesi).state)

test.group('The window of a procedure', () => {
  test('that is always open has no days to say', ({ assert }) => {
    assert.deepEqual(filingWindow({ always: true }, '2024-04-12T10:00:00Z', algemesi), {
      state: 'open',
      firstDay: null,
      lastDay: null,
    })
  })

  test('opens with the first instant of its first day and closes with the last of its last, in the town', ({
    assert,
  }) => {
    const window = { from: '2024-04-09', to: '2024-04-12' }
    assert.deepEqual(
      states(
        window,
        '2024-04-08T21:59:59Z',
        '2024-04-08T22:00:00Z',
        '2024-04-12T21:59:59Z',
        '2024-04-12T22:00:00Z'
      ),
      ['early', 'open', 'open', 'late']
    )
  })

  test('whose last day is closed goes on to the next working day (art. 30.5)', ({ assert }) => {
    // 1 May 2024 is a Wednesday, and a holiday.
    const window = { from: '2024-04-22', to: '2024-05-01' }
    assert.equal(filingWindow(window, '2024-04-22T10:00:00Z', algemesi).lastDay, '2024-05-02')
    assert.deepEqual(states(window, '2024-05-01T10:00:00Z', '2024-05-02T10:00:00Z', '2024-05-02T22:00:00Z'), [
      'open',
      'open',
      'late',
    ])
  })

  test('takes a filing by the day on which it counts (art. 31.2)', ({ assert }) => {
    // Saturday 13 April counts on Monday 15: in time for what opens then, late for what closed on Friday.
    const saturday = '2024-04-13T10:00:00Z'
    assert.deepEqual(states({ from: '2024-04-15', to: '2024-04-30' }, saturday), ['open'])
    assert.deepEqual(states({ from: '2024-04-01', to: '2024-04-12' }, saturday), ['late'])
  })
})
