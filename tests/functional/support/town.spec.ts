import { test } from '@japa/runner'
import { testTown } from '#tests/support/town'
import { calendarOf } from '#tenancy/queries/calendar'
import { unitFor } from '#tenancy/queries/bodies_and_units'

test.group('A temporary town', () => {
  test('stands with its calendar and its unit', async ({ assert }) => {
    const town = await testTown({ holidays: ['2026-07-09'] })
    assert.property((await calendarOf(town.id)).holidays, '2026-07-09')
    assert.equal((await unitFor(town.id, 'citizen_service'))?.id, town.unitId)
  })
})
