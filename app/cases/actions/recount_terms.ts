import { NIL } from '#core/ids'
import type { AuditRow } from '#audit/types'
import { recordEvent } from '#cases/actions/record_event'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { type Recounted, recountedTerms } from '#cases/domain/recounted_terms'
import { caseAsItStands } from '#cases/queries/locked_case'
import { type CountedCase, countedCases, lockedCount } from '#cases/queries/counted_cases'
import { lawOfCase } from '#cases/queries/law_of_case'
import { knownProcedure } from '#catalogue/queries/frozen_procedure'
import type { Actor } from '#cases/types'
import type { Json } from '#core/json'
import { moveOrderTerms } from '#payments/actions/move_order_terms'
import type { TownCalendars } from '#tenancy/domain/town_calendars'
import type { TownTransaction } from '#tenancy/town_transaction'

const PAGE = 200

export interface Recount {
  /** How many cases have other dates. */
  cases: number
  /** To be written last, by whoever owns the transaction. */
  audit: AuditRow[]
}

/**
 * Counts the terms and timers of a town's open cases by its calendars, and tells those that moved in the history of their
 * case (Law 39/2015, art. 30.7), with whoever changed what counts; last days to pay move, too. Doing it again changes nothing.
 * Only what moves is locked. `only` looks at the terms of one case.
 */
export async function recountTerms(
  trx: TownTransaction,
  calendars: TownCalendars,
  at: Date,
  { only = null, actor }: { only?: string | null; actor: Actor }
): Promise<Recount> {
  const moved = new Set<string>()
  for (let last = NIL; ;) {
    const page = await countedCases(trx, { after: last, limit: PAGE, only })
    for (const seen of page) {
      if (!(await movedBy(seen, calendars))) continue
      const held = await lockedCount(trx, seen.id)
      const counted = held && (await movedBy(held, calendars))
      if (!held || !counted) continue
      await write(trx, held, counted, { at, actor })
      moved.add(held.id)
    }
    if (page.length < PAGE) break
    last = page.at(-1)!.id
  }
  const orders = await moveOrderTerms(
    trx,
    async (caseId) => calendars.at(await seatsOfCase(trx, caseId)),
    actor
  )
  for (const { order, lastDay, before } of orders.moved) {
    const data = { order: order.id, reference: order.reference, lastDay, before }
    const where = { caseFile: { id: order.caseId }, at, actor }
    await recordEvent(trx, where, { kind: 'payment_term_moved', public: true, data })
    moved.add(order.caseId)
  }
  for (const one of await remindedCases(trx, only))
    await scheduleReminders(trx, one, { at, calendar: calendars.at(one.seats) })
  return { cases: moved.size, audit: orders.audit }
}

/** Cases with reminders, locked: these may leave on another day, though the last day is the same. */
const remindedCases = (trx: TownTransaction, only: string | null) =>
  trx.rows<{ id: string; digest: string; seats: string[] }>(
    `SELECT c.id, c.digest, c.seats FROM case_files c WHERE c.municipality_id = $1
       AND c.id IN (SELECT j.case_id FROM jobs j WHERE j.municipality_id = $1 AND j.kind = 'reminder')
       AND ($2::uuid IS NULL OR c.id = $2)
     ORDER BY c.id FOR UPDATE`,
    [trx.municipalityId, only]
  )

async function movedBy(counted: CountedCase, calendars: TownCalendars): Promise<Recounted | null> {
  if (!(await knownProcedure(counted.digest))) return null
  const { sheet } = await lawOfCase(counted)
  return recountedTerms(counted, sheet.term, calendars.at(counted.seats))
}

const seatsOfCase = async (trx: TownTransaction, id: string): Promise<string[]> =>
  (await caseAsItStands(trx, id))?.seats ?? []

async function write(
  trx: TownTransaction,
  was: CountedCase,
  now: Recounted,
  by: { at: Date; actor: Actor }
): Promise<void> {
  const of = [trx.municipalityId, was.id]
  await trx.rows(
    `UPDATE case_files SET due_on = $3, updated_at = $4 WHERE municipality_id = $1 AND id = $2`,
    [...of, now.dueOn, by.at.toISOString()]
  )
  for (const { id, runAt, input } of now.timers)
    await trx.rows(
      `UPDATE jobs SET run_at = $4, input = $5 WHERE municipality_id = $1 AND case_id = $2 AND id = $3`,
      [...of, id, runAt, JSON.stringify(input)]
    )
  for (const { key, dueOn } of now.tasks)
    await trx.rows(
      `UPDATE tasks SET due_on = $4 WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND state = 'open'`,
      [...of, key, dueOn]
    )
  const before = new Map(was.timers.map(({ id, input }) => [id, input.lastDay]))
  const timers = now.timers.map(({ id, input: { element, lastDay } }) => ({
    element,
    lastDay,
    before: before.get(id) ?? null,
  }))
  const data: Record<string, Json> = { dueOn: now.dueOn, before: was.dueOn, timers }
  await recordEvent(trx, { caseFile: was, ...by }, { kind: 'term_recounted', public: true, data })
}
