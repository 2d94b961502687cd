import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { DEMO_YEARS } from '#database/demo/calendars'
import { fillDemoCalendar } from '#database/demo/fill_calendar'
import { readTownFile } from '#start/towns/town_file'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'

test('A demo town that was founded before gets the years that it lacks, with its own closed days; once', async ({
  assert,
}) => {
  const town = await testTown({ demo: true })
  const file = unwrap(await readTownFile('resources/towns/vilaserena.json'))
  const before = await daysOfYear(town.id, 2026)
  await fillDemoCalendar(town.id, file)
  await fillDemoCalendar(town.id, file)
  assert.includeMembers(
    (await loadedYears(town.id)).map(({ year }) => year),
    DEMO_YEARS
  )
  const filled = (await daysOfYear(town.id, 2022)).map(({ day, scope }) => `${day} ${scope}`)
  assert.includeMembers(filled, ['2022-11-01 state', '2022-04-18 region', '2022-09-08 local'])
  assert.deepEqual(await daysOfYear(town.id, 2026), before)
  const rows = await rowsOf(
    town.id,
    `SELECT 1 FROM audit_entries WHERE municipality_id = $1 AND action = 'tenancy.calendar_loaded'`
  )
  assert.lengthOf(rows, 4)
})
