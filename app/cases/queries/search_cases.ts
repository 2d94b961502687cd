import { localDate } from '#cases/domain/local_date'
import { type InboxRow, type ListedCase, LISTED, listed } from '#cases/queries/listed_case'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

const LONGEST = 200

/** Cases found by any entry number of theirs, identity number or words, the newest first. An empty question finds nothing. */
export async function searchCases(
  municipalityId: string,
  question: string,
  { limit = 50, at }: { limit?: number; at: Date }
): Promise<InboxRow[]> {
  const query = question.trim().slice(0, LONGEST)
  if (query === '') return []
  const calendar = await calendarOf(municipalityId)
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<ListedCase>(
      `${LISTED} WHERE c.municipality_id = $1 AND c.id IN (
         SELECT s.case_id FROM search_cases($2, $3) s
         UNION SELECT e.case_id FROM register_entries e WHERE e.municipality_id = $1 AND e.entry_number = upper($2)
       ) ORDER BY c.id DESC LIMIT $3`,
      [municipalityId, query, limit]
    )
  )
  return rows.map((row) => listed(row, localDate(at, calendar.timeZone), calendar))
}
