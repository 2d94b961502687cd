import { test } from '@japa/runner'
import { paymentTerm } from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

test.group('A debt (Law 58/2003, art. 62)', () => {
  test('notified on {notified}, {period}, may be paid until {end}')
    .with([
      { notified: '2024-05-10', period: 'voluntary', end: '2024-06-20' },
      { notified: '2024-05-16', period: 'voluntary', end: '2024-07-05' },
      { notified: '2024-12-20', period: 'voluntary', end: '2025-02-05' },
      { notified: '2024-07-15', period: 'voluntary', end: '2024-08-20' },
      { notified: '2024-09-16', period: 'voluntary', end: '2024-11-05' },
      { notified: '2024-07-15', period: 'enforcement', end: '2024-07-22' },
      { notified: '2024-09-16', period: 'enforcement', end: '2024-10-07' },
    ] as const)
    .run(({ assert }, { notified, period, end }) => {
      assert.equal(paymentTerm(notified, period, algemesi).lastDay, end)
    })

  test('can be paid to the end of that day', ({ assert }) => {
    assert.equal(paymentTerm('2024-05-31', 'voluntary', algemesi).expiresAt, '2024-07-05T22:00:00.000Z')
  })
})
