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

  test('of the Valencian Community, from Monday to Friday, are what was published from 2021 to 2024', ({
    assert,
  }) => {
    const NATIONAL = ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25']
    const REGIONAL = ['03-19', '06-24', '10-09']
    const EASTER = {
      2021: ['04-02', '04-05'],
      2022: ['04-15', '04-18'],
      2023: ['04-07', '04-10'],
      2024: ['03-29', '04-01'],
    }
    const workday = (day: string) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
    for (const [year, around] of Object.entries(EASTER)) {
      const published = [...NATIONAL, ...REGIONAL, ...around].map((day) => `${year}-${day}`)
      const found = closedDays([Number(year)], 'ES-VC').map(({ day }) => day)
      assert.deepEqual(found.filter(workday), published.filter(workday).sort()) // prettier-ignore
    }
  })
})
