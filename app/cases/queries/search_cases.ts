import { askedWords } from '#cases/domain/asked_words'
import { localDate } from '#cases/domain/local_date'
import { type InboxRow, type ListedCase, LISTED, listed } from '#cases/queries/listed_case'
import { calendarsOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

const LONGEST = 200

/** Before any town kept its books here. Every year and book is named, so that the index of the numbers serves. */
const FIRST_YEAR = 2000

/** A number of an entry as people say it: without the book and the year, with or without its zeros. */
const bareNumber = (text: string) => (/^\d{1,7}$/.test(text) ? Number(text) : null)

/**
 * Cases found by any entry number of theirs (whole, or only its figures), an identity number however it is written,
 * or words by their beginnings; the newest first. An empty question finds nothing.
 */
export async function searchCases(
  municipalityId: string,
  question: string,
  { limit = 50, at }: { limit?: number; at: Date }
): Promise<InboxRow[]> {
  const query = question.trim().slice(0, LONGEST)
  if (query === '') return []
  const calendars = await calendarsOf(municipalityId)
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<ListedCase>(
      `${LISTED} WHERE c.municipality_id = $1 AND c.id IN (
         SELECT s.case_id FROM search_cases($3::tsquery, $4) s
         UNION SELECT e.case_id FROM register_entries e WHERE e.municipality_id = $1 AND e.entry_number = upper($2)
         UNION SELECT o.case_id FROM openings o WHERE o.municipality_id = $1 AND o.number = upper($2)
         UNION SELECT e.case_id FROM register_entries e
               WHERE e.municipality_id = $1 AND e.number = $5::bigint AND e.book = ANY('{incoming,outgoing}')
                 AND e.year = ANY(ARRAY(SELECT generate_series(${FIRST_YEAR}, $6::int)))
       ) ORDER BY c.id DESC LIMIT $4`,
      [municipalityId, query, askedWords(query), limit, bareNumber(query), at.getUTCFullYear() + 1]
    )
  )
  const today = localDate(at, calendars.office.timeZone)
  return rows.map((row) => listed(row, today, calendars))
}
