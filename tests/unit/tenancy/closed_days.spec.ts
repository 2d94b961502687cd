import { test } from '@japa/runner'
import { closedDays } from '#tenancy/domain/closed_days'

const LOCAL = { scope: 'local' as const, name: { es: 'Feria', ca: 'Fira', en: 'Fair' } }
const days = (years: number[], region: string | null, given: string[] = []) =>
  closedDays(years, region, given.map((day) => ({ ...LOCAL, day }))) // prettier-ignore
    .map(({ day, scope }) => `${day} ${scope}`)

test.group('The closed days of a year', () => {
  test('are those of all Spain, and those of the region where it is known', ({ assert }) => {
    assert.lengthOf(days([2026], null), 10)
    assert.includeMembers(days([2026], null), ['2026-04-03 state', '2026-10-12 state'])
    assert.includeMembers(days([2026], 'ES-VC'), ['2026-04-06 region', '2026-10-09 region'])
  })

  test('follow Easter', ({ assert }) => {
    const sundays = {
      2024: '03-31',
      2025: '04-20',
      2026: '04-05',
      2027: '03-28',
      2038: '04-25',
      2285: '03-22',
    }
    for (const [year, sunday] of Object.entries(sundays)) {
      const friday = new Date(Date.parse(`${year}-${sunday}`) - 2 * 86_400_000).toISOString().slice(0, 10)
      assert.include(days([Number(year)], null), `${friday} state`)
    }
  })

  test('take those given, each year or in one, and each day once', ({ assert }) => {
    const found = days([2026, 2027], 'ES-VC', ['09-14', '2027-04-19', '10-12'])
    assert.includeMembers(found, ['2026-09-14 local', '2027-09-14 local', '2027-04-19 local'])
    assert.notInclude(found.join(), '2026-04-19')
    assert.lengthOf(found.filter((one) => one.startsWith('2026-10-12')), 1) // prettier-ignore
  })
})
