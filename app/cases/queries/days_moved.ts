import { carriedWaits, toldAnew } from '#cases/domain/migration/carried_waits'
import { type MovedDay, movedDays } from '#cases/domain/migration/moved_days'
import type { Move, Route } from '#cases/domain/migration/types'
import type { TriedCase } from '#cases/queries/migration_cases'
import { waitsOfCase } from '#cases/queries/waits_of_case'
import type { Calendar } from '#deadlines/index'
import { inTown } from '#tenancy/town_transaction'

/** A last day that would be another; of the term to resolve, where it is of no element. */
export type DayAhead = Omit<MovedDay, 'element'> & { element: string | null }

/** The last days of a case that its move would change. */
export async function daysMoved(
  municipalityId: string,
  one: TriedCase,
  planned: Move,
  { route, at, calendar }: { route: Route; at: Date; calendar: Calendar }
): Promise<DayAhead[]> {
  const resolution = { element: null, lastDay: planned.dueOn, before: one.dueOn }
  const moved = planned.dueOn === one.dueOn ? [] : [resolution]
  if (!route.plan.timers?.length) return moved
  const waits = await inTown(municipalityId, (trx) => waitsOfCase(trx, one.id))
  const anew = toldAnew(planned.commands, waits)
  const retiming = { at: at.toISOString(), calendar, pauses: one.pauses }
  const { timers } = carriedWaits(waits, { planned, route, anew }, retiming)
  const days = movedDays(waits.timers, timers)
  // what ends with the term to resolve is not told twice
  return [...moved, ...days.filter(({ lastDay }) => moved.length === 0 || lastDay !== planned.dueOn)]
}
