import { test } from '@japa/runner'
import { AddSeat } from '#cases/actions/add_seat'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { ChangeSeats } from '#cases/actions/change_seats'
import { beyondCalendar } from '#cases/queries/beyond_calendar'
import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, officerOf, openCase, openTask, pageOf, type OpenCase } from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'
import { tamper } from '#tests/support/owner'
import type { TestTown } from '#tests/support/town'

/** Another place, closed on these days of 2026, of which that year alone is loaded. */
async function seatClosedOn(town: TestTown, ...days: string[]): Promise<string> {
  const name = { es: 'Xàtiva', ca: 'Xàtiva', en: 'Xàtiva' }
  const actor = officerOf(town)
  const seat = unwrap(await new AddSeat().execute({ municipalityId: town.id, name, region: 'ES-VC', actor }))
  unwrap(
    await new ChangeCalendar().execute({
      ...{ municipalityId: town.id, seat, year: 2026, source: 'BOP', actor, at: FILED, moved: true },
      days: days.map((day) => ({ day, scope: 'local', name: { es: 'Fira', ca: 'Fira', en: 'Fair' } })),
    })
  )
  return seat
}

const change = ({ town, caseId }: Pick<OpenCase, 'town' | 'caseId'>, seats: string[]) =>
  new ChangeSeats().execute({
    ...{ municipalityId: town.id, caseId, seats, actor: officerOf(town), at: FILED, moved: true },
  })

const faults = async ({ id }: TestTown) => (await verifyTown(id)).violations.map(({ fault }) => fault)

test.group('A person who lives elsewhere (Law 39/2015, art. 30.6)', () => {
  test('has the closed days of there count, too, for the term and for what they are asked', async ({
    assert,
  }) => {
    const open = await requiredCase()
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-16')
    const seat = await seatClosedOn(open.town, '2026-03-10', '2026-06-02')
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-16', 'nobody said so yet')
    assert.deepEqual(unwrap(await change(open, [seat])), { moved: true })
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-17')
    assert.deepEqual(await faults(open.town), [])
    unwrap(await change(open, []))
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-16')
    assert.deepEqual(await faults(open.town), [])
  })

  test('is told in the history of the case, and known by who said so', async ({ assert }) => {
    const open = await openCase()
    const seat = await seatClosedOn(open.town, '2026-06-02')
    unwrap(await change(open, [seat]))
    const { summary, history } = await pageOf(open)
    assert.equal(summary.dueOn, '2026-06-03')
    const told = history.filter(({ kind }) => kind === 'seats_changed' || kind === 'term_recounted')
    assert.deepEqual(
      told.map(({ kind, actorId, data }) => [kind, actorId, data['seats'] ?? data['dueOn']]),
      [
        ['seats_changed', open.town.officer.id, [seat]],
        ['term_recounted', open.town.officer.id, '2026-06-03'],
      ]
    )
    const [row] = await auditRows(open.town.id, 'cases.seats_changed')
    assert.containsSubset(row, { actor: open.town.officer.id, detail: { seats: [seat], before: [] } })
    assert.deepEqual(await unwrap(await change(open, [seat])), { moved: false })
    assert.lengthOf(await auditRows(open.town.id, 'cases.seats_changed'), 1)
  })

  test('has a term that runs through a year of there that nobody loaded warned of', async ({ assert }) => {
    const open = await openCase({ at: new Date('2026-11-16T10:00:00Z') })
    const seat = await seatClosedOn(open.town)
    assert.deepEqual(await beyondCalendar(open.town.id), [])
    unwrap(await change(open, [seat]))
    assert.deepEqual(await beyondCalendar(open.town.id), [{ seat, year: 2027, cases: 1 }])
  })

  test('is of a place that the town knows, in a case that is open', async ({ assert }) => {
    const open = await openCase()
    assert.deepEqual(await change(open, ['nowhere']), { ok: false, error: 'unknown_seat' })
    assert.deepEqual(await change({ ...open, caseId: uuidv7() }, []), { ok: false, error: 'not_found' })
  })

  test('is nothing that anybody changes behind the books', async ({ assert }) => {
    const open = await openCase()
    const seat = await seatClosedOn(open.town, '2026-05-04')
    await tamper(open.town.id, 'case_files', `UPDATE case_files SET seats = $1 WHERE municipality_id = $2`, [
      JSON.stringify([seat]),
      open.town.id,
    ])
    assert.deepEqual(await faults(open.town), ['seats_differ'])
  })
})
