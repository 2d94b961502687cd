import { test } from '@japa/runner'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { unwrap } from '#core/result'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'
import { auditRows } from '#tests/support/audit_rows'
import { forgetCalendars } from '#tenancy/queries/calendar'
import { CitizensCase } from '#tests/support/citizens_case'
import { atTheDesk } from '#tests/support/desk_visitor'
import { wordsIn } from '#tests/support/page_forms'
import { tamper } from '#tests/support/owner'

/** A case whose term ends in a year that its town has not loaded. */
async function filedWithout() {
  const filed = await CitizensCase.file()
  const { test: town } = filed.office
  await tamper(town.id, 'calendar_years', `DELETE FROM calendar_years WHERE municipality_id = $1`, [town.id])
  forgetCalendars()
  return { citizen: filed.citizen, path: filed.path, town }
}

test.group('A last day in a year of usual days that nobody has confirmed', () => {
  test('is told as provisional to the citizen and the office, until its year is loaded as it was published', async ({
    assert,
  }) => {
    const filed = await CitizensCase.file()
    const { test: town } = filed.office
    await tamper(town.id, 'calendar_years', `UPDATE calendar_years SET source = '' WHERE municipality_id = $1`, [town.id]) // prettier-ignore
    forgetCalendars()
    const seen = async () => wordsIn((await filed.citizen.get(filed.path)).body)
    assert.match(
      await seen(),
      /To be decided by .* \(provisional: the closed days of \d{4} are not confirmed yet/
    )
    const desk = await atTheDesk(town, town.officer)
    const [line] = (await desk.get('/desk/inbox?lang=en')).props.cases
    assert.match(line.due.note, /^Provisional: nobody has confirmed the closed days of \d{4}$/)
    for (const { year } of await loadedYears(town.id))
      unwrap(
        await new ChangeCalendar().execute({
          ...{ municipalityId: town.id, year, days: await daysOfYear(town.id, year), source: 'BOP 12' },
          ...{ actor: { kind: 'officer', id: town.officer.id }, at: new Date() },
        })
      )
    assert.notMatch(await seen(), /provisional/)
    const [row] = await auditRows(town.id, 'tenancy.calendar_changed')
    assert.containsSubset(row, { actor: town.officer.id, detail: { source: 'BOP 12', added: [], cases: 0 } })
  })
})

test.group('A last day in a year whose closed days nobody has loaded (Law 39/2015, art. 30.7)', () => {
  test('is told to the citizen as provisional', async ({ assert }) => {
    const { citizen, path } = await filedWithout()
    assert.match(wordsIn((await citizen.get(path)).body), /To be decided by .* \(provisional: the closed days of \d{4} are not published yet/) // prettier-ignore
  })

  test('and to the office, in the inbox and on the case', async ({ assert }) => {
    const { town } = await filedWithout()
    const desk = await atTheDesk(town, town.officer)
    const { props } = await desk.get('/desk/inbox?lang=en')
    const [line] = props.cases
    assert.match(line.due.note, /^Provisional: the closed days of \d{4} are not loaded$/)
    const shown = (await desk.get(`/desk/cases/${line.id}?lang=en`)).props
    assert.equal(shown.line.due.note, line.due.note)
    assert.include(
      shown.coming.map(({ due }: any) => due?.note),
      line.due.note
    )
  })
})
