import { awaitedIn } from '#cases/queries/awaited'
import { type PlannedReminder, plannedReminders } from '#catalogue/index'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { calendarOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

/** The reminders that a case should have as it stands, by its procedure and the town's calendar. */
export async function remindersOfCase(
  trx: TownTransaction,
  { id, digest }: { id: string; digest: string },
  given?: Awaited<ReturnType<typeof calendarOf>>
): Promise<PlannedReminder[]> {
  const { reminders = [] } = (await frozenProcedure(digest)).sheet
  if (reminders.length === 0) return []
  const calendar = given ?? (await calendarOf(trx.municipalityId))
  return plannedReminders(reminders, await awaitedIn(trx, id, calendar.timeZone), calendar)
}
