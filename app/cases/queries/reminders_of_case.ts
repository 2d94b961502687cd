import { awaitedIn } from '#cases/queries/awaited'
import { type PlannedReminder, plannedReminders } from '#catalogue/index'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { calendarsOf } from '#tenancy/queries/calendar'
import type { Calendar } from '#deadlines/index'
import type { TownTransaction } from '#tenancy/town_transaction'

/** The reminders that a case should have as it stands, by its procedure and the town's calendar. */
export async function remindersOfCase(
  trx: TownTransaction,
  { id, digest, seats }: { id: string; digest: string; seats: string[] },
  given?: Calendar
): Promise<PlannedReminder[]> {
  const { reminders = [] } = (await frozenProcedure(digest)).sheet
  if (reminders.length === 0) return []
  const calendar = given ?? (await calendarsOf(trx.municipalityId)).at(seats)
  return plannedReminders(reminders, await awaitedIn(trx, id, calendar.timeZone), calendar)
}
