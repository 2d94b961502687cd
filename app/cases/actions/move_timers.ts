import { timerDue } from '#cases/domain/timer_due'
import type { LockedCase } from '#cases/queries/locked_case'
import type { TimerInput } from '#cases/types'
import type { Json } from '#core/json'
import type { Calendar, Pause } from '#deadlines/index'
import type { TownTransaction } from '#tenancy/town_transaction'

interface Timer {
  id: string
  key: string
  input: TimerInput
}

/** The timers that end with the term: those that stand still with that to resolve and end with it, or the first of a task. */
export async function timersOf(
  trx: TownTransaction,
  caseFile: LockedCase,
  of: string | null = null
): Promise<Timer[]> {
  const all = await trx.rows<Timer>(
    `SELECT id, key, input FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'timer'
       AND input ->> 'lastDay' IS NOT NULL ORDER BY input ->> 'lastDay', id`,
    [trx.municipalityId, caseFile.id]
  )
  const { tokens } = caseFile.workflow
  if (!of) return all.filter(({ input }) => input.suspends && input.lastDay === caseFile.dueOn)
  const ofTask = all.filter(({ key }) => tokens[tokens[key]?.host ?? '']?.element === of)
  return ofTask.filter(({ input }) => input.lastDay === ofTask[0]?.input.lastDay)
}

/** Counts them again as something else: extended, or halved; with the last days of the tasks that they watch. */
export async function moveTimers(
  trx: TownTransaction,
  caseFile: LockedCase,
  timers: Timer[],
  {
    as,
    calendar,
    pauses,
  }: { as: Pick<TimerInput, 'extension' | 'urgent'>; calendar: Calendar; pauses: Pause[] }
) {
  const moved: Record<string, Json>[] = []
  for (const { id, key, input } of timers) {
    const other = { ...input, ...as }
    const { runAt, lastDay } = timerDue(other, calendar, pauses)
    await trx.rows(`UPDATE jobs SET run_at = $3, input = $4 WHERE municipality_id = $1 AND id = $2`, [
      ...[trx.municipalityId, id, runAt, JSON.stringify({ ...other, lastDay })],
    ])
    await trx.rows(
      `UPDATE tasks SET due_on = $4 WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND state = 'open' AND due_on = $5`,
      [trx.municipalityId, caseFile.id, caseFile.workflow.tokens[key]?.host ?? '', lastDay, input.lastDay]
    )
    moved.push({ element: input.element, lastDay, before: input.lastDay })
  }
  return moved as { element: string; lastDay: string | null; before: string | null }[]
}
