import { moveTimers, timersOf } from '#cases/actions/move_timers'
import { recordEvent } from '#cases/actions/record_event'
import { dueOn } from '#cases/domain/due_on'
import { localDate } from '#cases/domain/local_date'
import { lawOfCase } from '#cases/queries/law_of_case'
import type { LockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import { type Result, err, ok } from '#core/result'
import { calendarsOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

export type UrgencyRefusal = 'no_reason' | 'declared_before' | 'over_by_then'

/**
 * Declares the urgent procedure (Law 39/2015, art. 33): the term to resolve is halved from its beginning, with the timers that
 * end with it, and so are the terms that open from now on, but those to file applications and appeals. What somebody was told
 * already stays, and no term may be over by it before it was declared. The case is locked. Answers the last day to resolve,
 * or null where there is none or it stands still.
 */
export async function declareUrgent(
  trx: TownTransaction,
  where: { caseFile: LockedCase; at: Date; actor?: Actor },
  reason: string
): Promise<Result<string | null, UrgencyRefusal>> {
  const { caseFile, at } = where
  if (!reason.trim()) return err('no_reason')
  if (caseFile.law?.urgent) return err('declared_before')
  const law = { ...caseFile.law, urgent: at.toISOString() }
  const calendar = (await calendarsOf(trx.municipalityId)).at(caseFile.seats)
  const pauses = caseFile.pauses.filter(({ to }) => to !== null)
  const { term } = (await lawOfCase({ ...caseFile, law })).sheet
  const runs = caseFile.dueOn !== null && caseFile.silenceOn === null
  const due = runs ? dueOn({ ...caseFile, term, pauses }, calendar) : caseFile.dueOn
  if (runs && due !== null && due < localDate(at, calendar.timeZone)) return err('over_by_then')
  const timers = runs ? await timersOf(trx, caseFile) : []
  const moved = await moveTimers(trx, caseFile, timers, { as: { urgent: true }, calendar, pauses })
  await trx.rows(
    `UPDATE case_files SET law = $3, due_on = $4, updated_at = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, caseFile.id, JSON.stringify(law), due, at.toISOString()]
  )
  await recordEvent(trx, where, {
    kind: 'urgency_declared',
    public: true,
    data: {
      ...{ reason, since: law.urgent, keys: timers.map(({ key }) => key) },
      ...{ dueOn: due, before: caseFile.dueOn, timers: moved },
    },
  })
  return ok(caseFile.suspendedOn ? null : due)
}
