import { test } from '@japa/runner'
import { effectiveFiling } from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

test.group('A filing (art. 31.2)', () => {
  test('made on a working day counts at once', ({ assert }) => {
    assert.deepEqual(effectiveFiling('2024-04-12T10:00:00Z', algemesi), {
      effectiveDate: '2024-04-12',
      effectiveAt: '2024-04-12T10:00:00.000Z',
      recordedDate: '2024-04-12',
      closedDay: null,
      warnings: [],
    })
  })

  test('made on Saturday 13 April 2024 at 23:10 counts from the first hour of Monday 15', ({ assert }) => {
    assert.deepEqual(effectiveFiling('2024-04-13T23:10:00+02:00', algemesi), {
      effectiveDate: '2024-04-15',
      effectiveAt: '2024-04-14T22:00:00.000Z',
      recordedDate: '2024-04-13',
      closedDay: { kind: 'weekend' },
      warnings: [],
    })
  })

  test('made on a holiday says which', ({ assert }) => {
    const filing = effectiveFiling('2024-10-09T09:00:00Z', algemesi)
    assert.deepEqual(filing.closedDay, { kind: 'holiday', name: { es: 'Día de la Comunitat Valenciana' } })
    assert.equal(filing.effectiveDate, '2024-10-10')
  })

  test('belongs to the day of the town, not of Greenwich', ({ assert }) => {
    assert.equal(effectiveFiling('2024-04-14T22:00:00Z', algemesi).recordedDate, '2024-04-15')
    assert.equal(effectiveFiling('2024-04-14T21:59:59Z', algemesi).recordedDate, '2024-04-14')
  })
})
