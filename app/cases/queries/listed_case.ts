import { CASE_NUMBER } from '#cases/queries/case_number'
import type { Law } from '#cases/types'
import { workingDaysBetween } from '#deadlines/index'
import type { TownCalendars } from '#tenancy/domain/town_calendars'

/** A case as a line of a list. */
export interface ListedCase {
  id: string
  /** Null where it was opened ex officio. */
  filingId: string | null
  slug: string
  digest: string
  law: Law | null
  /** The number of the case: of the entry that it began with, or its own. */
  entryNumber: string | null
  subject: string
  /** Null where it was filed anonymously, or is about nobody. */
  applicantName: string | null
  state: 'open' | 'closed'
  phase: string | null
  outcome: string | null
  unitId: string | null
  assignedTo: string | null
  assigneeName: string | null
  openedAt: Date
  dueOn: string | null
  suspendedOn: string | null
  /** The first day of its silence (Law 39/2015, art. 24.4). */
  silenceOn: string | null
  closedAt: Date | null
  /** Seats whose closed days count for its terms (Law 39/2015, art. 30.6). */
  seats: string[]
  /** Something of it failed and waits for an administrator; the citizen reads "being processed". */
  hasIncident: boolean
  openTasks: { id: string; element: string; role: string; dueOn: string | null }[]
}

export interface InboxRow extends ListedCase {
  /** Working days left after today, negative when overdue; null while suspended, closed or without a term. */
  daysLeft: number | null
}

export const LISTED = `
  SELECT c.id, c.filing_id AS "filingId", c.slug, c.digest, c.law, ${CASE_NUMBER} AS "entryNumber", c.subject, c.applicant ->> 'name' AS "applicantName",
         c.state, c.phase, c.outcome, c.unit_id AS "unitId", c.assigned_to AS "assignedTo", o.name AS "assigneeName",
         c.opened_at AS "openedAt", c.due_on::text AS "dueOn", c.suspended_on::text AS "suspendedOn", c.silence_on::text AS "silenceOn", c.closed_at AS "closedAt", c.seats,
         EXISTS (SELECT FROM incidents i WHERE i.municipality_id = $1 AND i.case_id = c.id AND i.state = 'open') AS "hasIncident",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'element', t.element, 'role', t.role, 'dueOn', t.due_on) ORDER BY t.id)
                   FROM tasks t WHERE t.municipality_id = $1 AND t.case_id = c.id AND t.state = 'open'), '[]') AS "openTasks"
  FROM case_files c
  LEFT JOIN officers o ON o.municipality_id = $1 AND o.id = c.assigned_to`

export const listed = (row: ListedCase, today: string, calendars: TownCalendars): InboxRow => ({
  ...row,
  daysLeft:
    row.dueOn && !row.suspendedOn && row.state === 'open'
      ? workingDaysBetween(today, row.dueOn, calendars.at(row.seats))
      : null,
})
