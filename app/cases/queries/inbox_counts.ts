import { afterSoon } from '#cases/queries/inbox'
import { localDate } from '#cases/domain/local_date'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

/** Beyond this the exact number helps nobody, and counting it would cost a walk of the table. */
export const COUNT_CAP = 1000

export interface InboxCounts {
  open: number
  mine: number
  overdue: number
  soon: number
  incidents: number
}

const capped = (from: string) => `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${COUNT_CAP}) s)`

/** What waits in the inbox, each counted up to `COUNT_CAP`. */
export async function inboxCounts(municipalityId: string, officerId: string, at: Date): Promise<InboxCounts> {
  const calendar = await calendarOf(municipalityId)
  const today = localDate(at, calendar.timeZone)
  const open = `case_files WHERE municipality_id = $1 AND state = 'open'`
  return inTown(municipalityId, async (trx) => {
    const [counts] = await trx.rows<InboxCounts>(
      `SELECT ${capped(open)} AS open, ${capped(`${open} AND assigned_to = $2`)} AS mine,
              ${capped(`${open} AND due_on < $3 AND suspended_on IS NULL`)} AS overdue,
              ${capped(`${open} AND due_on >= $3 AND due_on < $4 AND suspended_on IS NULL`)} AS soon,
              ${capped(`incidents WHERE municipality_id = $1 AND state = 'open'`)} AS incidents`,
      [municipalityId, officerId, today, afterSoon(today, calendar)],
      'inbox_counts'
    )
    return counts as InboxCounts
  })
}
