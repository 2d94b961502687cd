import { recordEvent } from '#cases/actions/record_event'
import { dueOn } from '#cases/domain/due_on'
import { timerDue } from '#cases/domain/timer_due'
import { lawOfCase } from '#cases/queries/law_of_case'
import type { LockedCase } from '#cases/queries/locked_case'
import type { Actor, TimerInput } from '#cases/types'
import { type Calendar, type Pause, lastDateBefore } from '#deadlines/index'
import { calendarsOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * Lets the term go on (Law 39/2015, art. 22.1): the last day of the case and every timer that stood still
 * are counted again without the pause. Answers the new last day, or null where none was suspended.
 */
export async function resumeTerm(
  trx: TownTransaction,
  where: { caseFile: LockedCase; at: Date; actor?: Actor }
): Promise<string | null> {
  const { caseFile, at } = where
  if (!caseFile.suspendedOn) return null
  const procedure = await lawOfCase(caseFile)
  const calendar = (await calendarsOf(trx.municipalityId)).at(caseFile.seats)
  const ended = lastDateBefore(at.toISOString(), calendar.timeZone)
  const to = ended < caseFile.suspendedOn ? caseFile.suspendedOn : ended
  const pauses = caseFile.pauses.map((pause) => (pause.to === null ? { ...pause, to } : pause))
  const { countsFrom, extension } = caseFile
  const due = dueOn({ term: procedure.sheet.term, countsFrom, pauses, extension }, calendar)
  await trx.rows(
    `UPDATE case_files SET suspended_on = NULL, pauses = $3, due_on = $4, updated_at = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, caseFile.id, JSON.stringify(pauses), due, at.toISOString()]
  )
  await wakeTimers(trx, caseFile, pauses, calendar)
  await recordEvent(trx, where, {
    kind: 'term_resumed',
    public: true,
    data: { from: caseFile.suspendedOn, to, dueOn: due },
  })
  return due
}

/** Counts the timers that stood still again, and the last days of the tasks that they watch. */
async function wakeTimers(
  trx: TownTransaction,
  caseFile: LockedCase,
  pauses: Pause[],
  calendar: Calendar
): Promise<void> {
  const timers = await trx.rows<{ id: string; key: string; input: TimerInput }>(
    `SELECT id, key, input FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'timer' AND state = 'paused' ORDER BY id`,
    [trx.municipalityId, caseFile.id]
  )
  for (const { id, key, input } of timers) {
    const { runAt, lastDay } = timerDue(input, calendar, pauses)
    await trx.rows(
      `UPDATE jobs SET state = 'ready', run_at = $3, input = $4 WHERE municipality_id = $1 AND id = $2`,
      [trx.municipalityId, id, runAt, JSON.stringify({ ...input, lastDay })]
    )
    const host = caseFile.workflow.tokens[key]?.host
    if (host && lastDay)
      await trx.rows(
        `UPDATE tasks SET due_on = $4 WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND state = 'open'`,
        [trx.municipalityId, caseFile.id, host, lastDay]
      )
  }
}
