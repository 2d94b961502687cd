import { test } from '@japa/runner'
import { LoadCalendar } from '#tenancy/actions/load_calendar'
import { calendarOf } from '#tenancy/queries/calendar'
import { testTown } from '#tests/support/town'

const fair = (day: string) => ({
  day,
  scope: 'local' as const,
  name: { es: 'Feria', ca: 'Fira', en: 'Fair' },
})

test.group('A calendar that is loaded', () => {
  test('takes the place of what its years had, and leaves other years and towns alone', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    await new LoadCalendar().execute(town.id, {
      years: [2027, 2029],
      days: [fair('2027-05-03'), fair('2029-05-03')],
      source: 'BOP 7',
    })
    const { years, holidays } = await calendarOf(town.id)
    assert.includeMembers(years, [2026, 2027, 2029])
    assert.deepEqual(Object.keys(holidays).filter((day) => day > '2027' && day < '2028'), ['2027-05-03']) // prettier-ignore
    assert.property(holidays, '2026-01-01')
    assert.property((await calendarOf(other.id)).holidays, '2027-01-01')
  })
})
