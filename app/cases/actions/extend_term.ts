import { recordEvent } from '#cases/actions/record_event'
import { moveTimers, timersOf } from '#cases/actions/move_timers'
import { dueOn } from '#cases/domain/due_on'
import { RESOLUTION } from '#cases/domain/term_turns'
import { lawOfCase } from '#cases/queries/law_of_case'
import type { LockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import { type Result, err, ok } from '#core/result'
import { type Calendar, type Pause, type Term, deadline, extended } from '#deadlines/index'
import { calendarsOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

interface Extension {
  by: Term
  /** The element of an open task whose term it is; that to resolve without it. */
  of?: string | null
}

export type ExtensionRefusal = 'no_term' | 'extended_before' | 'over_half' | 'over_whole' | 'too_late'

const REFUSED: Record<string, ExtensionRefusal> = {
  EXTENSION_OVER_HALF: 'over_half',
  EXTENSION_OVER_WHOLE: 'over_whole',
  EXTENSION_TOO_LATE: 'too_late',
}

/**
 * Extends the term to resolve, by as much again at most (Law 39/2015, art. 23.1), or that of an open task by half (arts. 32.1
 * and 68.2): once, and before it is over (art. 32.3). Timers that end with it do so later. The case is locked. Answers the
 * new last day, or null while the term stands still.
 */
export async function extendTerm(
  trx: TownTransaction,
  where: { caseFile: LockedCase; at: Date; actor?: Actor },
  { by, of = null }: Extension
): Promise<Result<string | null, ExtensionRefusal>> {
  const { caseFile } = where
  const calendar = (await calendarsOf(trx.municipalityId)).at(caseFile.seats)
  const pauses = caseFile.pauses.filter(({ to }) => to !== null)
  const timers = await timersOf(trx, caseFile, of)
  const { term } = (await lawOfCase(caseFile)).sheet
  const [first] = timers
  const counted = of
    ? first?.input.term && deadline(first.input.term, first.input.from, calendar)
    : term && caseFile.dueOn && deadline(term, caseFile.countsFrom, calendar, { pauses })
  if (!counted) return err('no_term')
  if (of ? first?.input.extension : caseFile.extension) return err('extended_before')
  const longer = extended(counted, by, where.at.toISOString(), calendar, of ? 'half' : 'whole')
  if (!longer.ok) return err(REFUSED[longer.error[0]!.code]!)
  const moved = await moveTimers(trx, caseFile, timers, { as: { extension: by }, calendar, pauses })
  const due = of ? caseFile.dueOn : await putOff(trx, where, by, { term, calendar, pauses })
  await recordEvent(trx, where, {
    kind: 'term_extended',
    public: true,
    data: {
      ...{ of: of ?? RESOLUTION, by: { ...by }, keys: timers.map(({ key }) => key) },
      ...{ dueOn: due, before: caseFile.dueOn, timers: moved },
    },
  })
  const last = of ? (moved[0]?.lastDay ?? null) : due
  return ok(caseFile.suspendedOn && !of ? null : last)
}

/** The last day to resolve with the extension. */
async function putOff(
  trx: TownTransaction,
  { caseFile, at }: { caseFile: LockedCase; at: Date },
  by: Term,
  { term, calendar, pauses }: { term: Term | null; calendar: Calendar; pauses: Pause[] }
): Promise<string | null> {
  const due = dueOn({ term, countsFrom: caseFile.countsFrom, pauses, extension: by }, calendar)
  await trx.rows(
    `UPDATE case_files SET extension = $3, due_on = $4, updated_at = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, caseFile.id, JSON.stringify(by), due, at.toISOString()]
  )
  return due
}
