import { type InboxRow, type ListedCase, LISTED, listed } from '#cases/queries/listed_case'
import { localDate } from '#cases/domain/local_date'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

export interface InboxFilter {
  /** Only what this officer has taken. */
  assignedTo?: string
  unitId?: string
  slug?: string
  phase?: string
  /** Past its legal due date, and not suspended. */
  overdue?: boolean
  /** With a task open for one of these roles. */
  roles?: string[]
}

/** Where a page ended: the key of its last row. Cases without a due date come last. */
export interface InboxCursor {
  dueOn: string | null
  id: string
}

export interface InboxPage {
  cases: InboxRow[]
  next: InboxCursor | null
}

const LIMIT = 50

const FILTERS = `
  c.municipality_id = $1 AND c.state = 'open'
  AND ($2::uuid IS NULL OR c.assigned_to = $2)
  AND ($3::uuid IS NULL OR c.unit_id = $3)
  AND ($4::text IS NULL OR c.slug = $4)
  AND ($5::text IS NULL OR c.phase = $5)
  AND ($6::date IS NULL OR (c.due_on < $6 AND c.suspended_on IS NULL))
  AND ($7::text[] IS NULL OR EXISTS (
    SELECT FROM tasks t WHERE t.municipality_id = $1 AND t.case_id = c.id AND t.state = 'open' AND t.role = ANY($7)))`

/** With a day first, then those without one: two walks of the index, so that the fortieth page costs what the first did. */
const DATED = `${LISTED} WHERE ${FILTERS} AND c.due_on IS NOT NULL
  AND ($8::date IS NULL OR (c.due_on, c.id) > ($8::date, $9::uuid)) ORDER BY c.due_on, c.id LIMIT $10`
const UNDATED = `${LISTED} WHERE ${FILTERS} AND c.due_on IS NULL
  AND ($8::uuid IS NULL OR c.id > $8) ORDER BY c.id LIMIT $9`

/** Open cases by their legal due date, the most urgent first, page by page. */
export async function inbox(
  municipalityId: string,
  filter: InboxFilter,
  { after = null, limit = LIMIT, at }: { after?: InboxCursor | null; limit?: number; at: Date }
): Promise<InboxPage> {
  const calendar = await calendarOf(municipalityId)
  const today = localDate(at, calendar.timeZone)
  const filters = [
    municipalityId,
    filter.assignedTo ?? null,
    filter.unitId ?? null,
    filter.slug ?? null,
    filter.phase ?? null,
    filter.overdue ? today : null,
    filter.roles ?? null,
  ]
  const rows = await inTown(municipalityId, async (trx) => {
    const found: ListedCase[] = []
    if (!after || after.dueOn)
      found.push(
        ...(await trx.rows<ListedCase>(
          DATED,
          [...filters, after?.dueOn ?? null, after?.id ?? null, limit + 1],
          'inbox_dated'
        ))
      )
    if (found.length <= limit) {
      const from = after && !after.dueOn ? after.id : null
      found.push(
        ...(await trx.rows<ListedCase>(
          UNDATED,
          [...filters, from, limit + 1 - found.length],
          'inbox_undated'
        ))
      )
    }
    return found
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    cases: page.map((row) => listed(row, today, calendar)),
    next: rows.length > limit && last ? { dueOn: last.dueOn, id: last.id } : null,
  }
}
