import { type InboxRow, type ListedCase, LISTED, listed } from '#cases/queries/listed_case'
import { localDate } from '#cases/domain/local_date'
import { type Calendar, type Term, deadline, dayAfter } from '#deadlines/index'
import { calendarsOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

export interface InboxFilter {
  /** Only what this officer has taken. */
  assignedTo?: string
  unitId?: string
  slug?: string
  /** In one of these phases, each of its own procedure: `slug/phase`. */
  phases?: string[]
  /** Past its legal due date, and not suspended. */
  overdue?: boolean
  /** Whose term ends within the next days (`SOON`), and does not stand still. */
  soon?: boolean
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

/** How near its end a term is told apart as ending soon. */
const SOON: Term = { amount: 10, unit: 'working_days' }

/** The first day that is no longer soon. */
export const afterSoon = (today: string, calendar: Calendar): string =>
  dayAfter(deadline(SOON, today, calendar).lastDay)

const FILTERS = `
  c.municipality_id = $1 AND c.state = 'open'
  AND ($2::uuid IS NULL OR c.assigned_to = $2)
  AND ($3::uuid IS NULL OR c.unit_id = $3)
  AND ($4::text IS NULL OR c.slug = $4)
  AND ($5::text[] IS NULL OR c.slug || '/' || c.phase = ANY($5))
  AND ($6::date IS NULL OR (c.due_on < $6 AND c.suspended_on IS NULL))
  AND ($7::date IS NULL OR c.due_on >= $7)
  AND ($8::text[] IS NULL OR EXISTS (
    SELECT FROM tasks t WHERE t.municipality_id = $1 AND t.case_id = c.id AND t.state = 'open' AND t.role = ANY($8)))`

/**
 * Cases with a due date, then those without one, each walk beginning where the last page ended: the index
 * takes the fortieth page as lightly as the first.
 */
const dated = (next: boolean) => `${LISTED} WHERE ${FILTERS} AND c.due_on IS NOT NULL
  ${next ? 'AND (c.due_on, c.id) > ($10::date, $11::uuid)' : ''} ORDER BY c.due_on, c.id LIMIT $9`
const undated = (next: boolean) => `${LISTED} WHERE ${FILTERS} AND c.due_on IS NULL
  ${next ? 'AND c.id > $10::uuid' : ''} ORDER BY c.id LIMIT $9`

/** Open cases by their legal due date, the most urgent first, page by page. */
export async function inbox(
  municipalityId: string,
  filter: InboxFilter,
  { after = null, limit = LIMIT, at }: { after?: InboxCursor | null; limit?: number; at: Date }
): Promise<InboxPage> {
  const calendars = await calendarsOf(municipalityId)
  const calendar = calendars.office
  const today = localDate(at, calendar.timeZone)
  const filters = [
    municipalityId,
    filter.assignedTo ?? null,
    filter.unitId ?? null,
    filter.slug ?? null,
    filter.phases ?? null,
    filter.overdue ? today : filter.soon ? afterSoon(today, calendar) : null,
    filter.soon ? today : null,
    filter.roles ?? null,
  ]
  const rows = await inTown(municipalityId, async (trx) => {
    const take = (sql: string, values: unknown[]) => trx.rows<ListedCase>(sql, [...filters, ...values])
    if (after && !after.dueOn) return take(undated(true), [limit + 1, after.id])
    const found = await take(dated(after !== null), [limit + 1, ...(after ? [after.dueOn, after.id] : [])])
    if (found.length > limit) return found
    return [...found, ...(await take(undated(false), [limit + 1 - found.length]))]
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    cases: page.map((row) => listed(row, today, calendars)),
    next: rows.length > limit && last ? { dueOn: last.dueOn, id: last.id } : null,
  }
}
