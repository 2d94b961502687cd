import { test } from '@japa/runner'
import { type Actor, byCommand } from '#audit/types'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { beyondCalendar } from '#cases/queries/beyond_calendar'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { calendarOf } from '#tenancy/queries/calendar'
import { daysOfYear } from '#tenancy/queries/calendar_year'
import type { ClosedDay } from '#tenancy/domain/closed_days'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { FILED, officerOf, openCase, openTask, pageOf, type OpenCase } from '#tests/support/open_case'
import { orderFor } from '#tests/support/payments'
import { requiredCase } from '#tests/support/required_case'
import { rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

const closed = (day: string): ClosedDay => ({
  day,
  scope: 'local',
  name: { es: 'Fiesta', ca: 'Festa', en: 'Feast' },
})

/** The year as it is, with these days more and without those. */
async function change(
  town: TestTown,
  year: number,
  {
    more = [] as string[],
    without = [] as string[],
    at = FILED,
    reason = undefined as string | undefined,
    actor = officerOf(town) as Actor,
  } = {}
) {
  const days = (await daysOfYear(town.id, year)).filter(({ day }) => !without.includes(day))
  return new ChangeCalendar().execute({
    municipalityId: town.id,
    year,
    days: [...days, ...more.map(closed)],
    source: 'BOP 12',
    reason,
    actor,
    at,
    moved: true,
  })
}

const timersOf = ({ town, caseId }: OpenCase) =>
  rowsOf(
    town.id,
    `SELECT name, run_at, state, input ->> 'lastDay' AS "lastDay" FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'timer' ORDER BY run_at`,
    [caseId]
  )

const sound = async (town: TestTown) => (await verifyTown(town.id)).violations

test.group('A closed day that comes later', () => {
  test('moves the last day to resolve, its timer and what the case tells (art. 30.5)', async ({ assert }) => {
    const open = await openCase()
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    assert.deepEqual(unwrap(await change(open.town, 2026, { more: ['2026-06-02'] })), { days: 1, cases: 1 })
    const { summary, history } = await pageOf(open)
    assert.equal(summary.dueOn, '2026-06-03')
    const [timer] = await timersOf(open)
    assert.equal(timer!.lastDay, '2026-06-03')
    assert.equal(timer!.run_at.toISOString(), '2026-06-03T22:00:00.000Z')
    const told = history.filter(({ kind }) => kind === 'term_recounted')
    assert.deepEqual(
      told.map((line) => [line.public, line.actorId, line.data['before'], line.data['dueOn']]),
      [[true, open.town.officer.id, '2026-06-02', '2026-06-03']]
    )
    assert.deepEqual(await sound(open.town), [])
  })

  test('is known by who changed it, from where, and how many cases it moved', async ({ assert }) => {
    const { town } = await openCase()
    unwrap(await change(town, 2026, { more: ['2026-06-02'] }))
    const [row] = await auditRows(town.id, 'tenancy.calendar_changed')
    assert.containsSubset(row, {
      actor: town.officer.id,
      detail: { year: 2026, source: 'BOP 12', cases: 1, added: ['2026-06-02 local'], removed: [] },
    })
  })

  test('is told on the page of the case by whoever loaded it: an employee, or the operator’s command', async ({
    assert,
  }) => {
    const { town, caseId } = await openCase()
    unwrap(await change(town, 2026, { more: ['2026-06-02'] }))
    unwrap(await change(town, 2026, { without: ['2026-06-02'], actor: byCommand('town:calendar') }))
    const desk = await atTheDesk(town, town.officer)
    const { props } = await desk.get(`/desk/cases/${caseId}?lang=en`)
    const told = props.history.filter(({ title }: any) => /closed days that count changed/.test(title))
    assert.deepEqual(
      told.map(({ actor }: any) => actor),
      ['The operator (town:calendar)', 'Amparo Oficial']
    )
  })

  test('puts off a last day to pay, by whoever changed it (art. 30.5)', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const order = await orderFor(town, '27.30', { caseId, expiresAt: new Date('2026-03-24T23:00:00Z') })
    unwrap(await change(town, 2026, { more: ['2026-03-24'] }))
    const [row] = await auditRows(town.id, 'payments.term_moved')
    assert.containsSubset(row, {
      actor: town.officer.id,
      detail: { reference: order.reference, before: '2026-03-24', lastDay: '2026-03-25' },
    })
    const line = (
      await rowsOf(
        town.id,
        `SELECT actor_id FROM case_events WHERE municipality_id = $1 AND kind = 'payment_term_moved'`
      )
    )[0]
    assert.deepEqual(line, { actor_id: town.officer.id })
  })

  test('and goes again puts all back; the same list again changes nothing', async ({ assert }) => {
    const open = await openCase()
    unwrap(await change(open.town, 2026, { more: ['2026-06-02'] }))
    assert.deepEqual(unwrap(await change(open.town, 2026)), { days: 0, cases: 0 })
    assert.deepEqual(unwrap(await change(open.town, 2026, { without: ['2026-06-02'] })), {
      days: 1,
      cases: 1,
    })
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    assert.lengthOf(await auditRows(open.town.id, 'tenancy.calendar_changed'), 2)
    assert.deepEqual(await sound(open.town), [])
  })

  test('gives the citizen their ten working days, while the term to resolve stands still', async ({
    assert,
  }) => {
    const open = await requiredCase()
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-16')
    unwrap(await change(open.town, 2026, { more: ['2026-03-10', '2026-06-02'] }))
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-17')
    const [answer, term] = await timersOf(open)
    assert.deepInclude(answer, { name: 'correction_expired', lastDay: '2026-03-17', state: 'ready' })
    assert.deepInclude(term, { name: 'term_expired', lastDay: '2026-06-03', state: 'paused' })
    assert.deepEqual(await sound(open.town), [])
    await workUntil(open.town.id, new Date('2026-03-18T10:00:00Z'))
    assert.isUndefined(await openTask(open, 'correction'))
    assert.deepEqual(await sound(open.town), [])
  })

  test('leaves a silence that has had its effects as it was (art. 24)', async ({ assert }) => {
    const open = await openCase()
    const at = new Date('2026-06-05T10:00:00Z')
    await workUntil(open.town.id, at)
    unwrap(await change(open.town, 2026, { more: ['2026-06-02'], at, reason: 'BOP 13 puts it right' }))
    const [row] = await rowsOf(
      open.town.id,
      `SELECT due_on::text AS due, silence_on::text AS silence FROM case_files WHERE municipality_id = $1`
    )
    assert.deepEqual(row, { due: '2026-06-02', silence: '2026-06-03' })
    assert.deepEqual(await sound(open.town), [])
  })

  test('is nothing of another town', async ({ assert }) => {
    const [open, other] = [await openCase(), await testTown()]
    unwrap(await change(other, 2026, { more: ['2026-06-02'] }))
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    assert.notProperty((await calendarOf(open.town.id)).holidays, '2026-06-02')
  })
})

test.group('A day that has begun', () => {
  test('is not changed without a reason, which is kept', async ({ assert }) => {
    const town = await testTown()
    const day = '2026-03-02'
    const refused = await change(town, 2026, { more: [day] })
    assert.deepEqual(refused, { ok: false, error: 'past_without_reason' })
    assert.notProperty((await calendarOf(town.id)).holidays, day)
    unwrap(await change(town, 2026, { more: [day], reason: 'The bulletin came late' }))
    const [row] = await auditRows(town.id, 'tenancy.calendar_changed')
    assert.containsSubset(row, { detail: { reason: 'The bulletin came late' } })
  })

  test('nor taken for one of another year, or given twice', async ({ assert }) => {
    const town = await testTown()
    assert.deepEqual(await change(town, 2026, { more: ['2027-05-03'] }), { ok: false, error: 'not_of_year' })
    assert.deepEqual(await change(town, 2026, { more: ['2026-05-04', '2026-05-04'] }), { ok: false, error: 'twice' }) // prettier-ignore
  })

  test('keeps the effect that it gave to what was filed on it (art. 31.2)', async ({ assert }) => {
    const open = await openCase()
    unwrap(await change(open.town, 2026, { more: ['2026-03-02'], reason: 'The bulletin came late' }))
    assert.equal((await pageOf(open)).caseFile.countsFrom, '2026-03-02')
    assert.deepEqual(await sound(open.town), [])
  })
})

test.group('The year’s end', () => {
  /** Filed on 15 November 2028: the term ends on 15 February 2029, which nobody has loaded. */
  const filed = new Date('2028-11-15T10:00:00Z')

  test('without the next year’s calendar is counted by weekends, and told to whoever has to load it', async ({
    assert,
  }) => {
    const open = await openCase({ at: filed })
    assert.equal((await pageOf(open)).summary.dueOn, '2029-02-15')
    assert.deepEqual(await beyondCalendar(open.town.id), [{ seat: '', year: 2029, cases: 1 }])
    assert.deepEqual(await sound(open.town), [])
  })

  test('is counted anew once the year is loaded, past days and all, with no reason but its bulletin', async ({
    assert,
  }) => {
    const open = await openCase({ at: filed })
    const late = new Date('2029-01-10T10:00:00Z')
    const days = ['2029-01-01', '2029-02-15', '2029-02-16']
    assert.deepEqual(unwrap(await change(open.town, 2029, { more: days, at: late })), { days: 3, cases: 1 })
    assert.equal((await pageOf(open)).summary.dueOn, '2029-02-19', 'two closed days and a weekend')
    assert.deepEqual(await beyondCalendar(open.town.id), [])
    assert.lengthOf(await auditRows(open.town.id, 'tenancy.calendar_loaded'), 1)
    await workUntil(open.town.id, new Date('2029-02-19T22:59:00Z'))
    assert.equal((await pageOf(open)).summary.state, 'open')
    await workUntil(open.town.id, new Date('2029-02-20T10:00:00Z'))
    assert.exists(await openTask(open, 'certify_silence'))
    assert.deepEqual(await sound(open.town), [])
  })

  test('moves what a process opened by the calendar that it still held, a minute later', async ({
    assert,
  }) => {
    const open = await openCase({ at: filed })
    unwrap(await change(open.town, 2029, { more: ['2029-02-15'], at: filed }))
    // Another process that had read the calendar before gives the old dates.
    await rowsOf(open.town.id, `UPDATE case_files SET due_on = '2029-02-15' WHERE municipality_id = $1`)
    await settle(open.town.id, filed)
    assert.equal((await pageOf(open)).summary.dueOn, '2029-02-16')
    const { officer } = open.town
    const [row] = await auditRows(open.town.id, 'cases.terms_recounted')
    assert.equal(row!.actor, officer.id)
    const told = (await pageOf(open)).history.filter(({ kind }) => kind === 'term_recounted')
    assert.deepEqual(told.map(({ actorId }) => actorId), [officer.id, officer.id], 'by whoever changed it') // prettier-ignore
    assert.deepEqual(await sound(open.town), [])
  })
})
