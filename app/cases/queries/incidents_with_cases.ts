import { type Incident } from '#cases/queries/incidents'
import { inTown } from '#tenancy/town_transaction'

export interface IncidentWithCase extends Incident {
  /** Null for what failed outside of any case. */
  digest: string | null
  subject: string | null
  entryNumber: string | null
}

/** What failed and waits for an administrator, with the case that it holds up; the oldest first. */
export const incidentsWithCases = (municipalityId: string, limit = 100): Promise<IncidentWithCase[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<IncidentWithCase>(
      `SELECT i.id, i.case_id AS "caseId", i.job_id AS "jobId", i.element, i.code, i.detail, i.state,
              i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt", i.resolved_by AS "resolvedBy",
              c.digest, c.subject, e.entry_number AS "entryNumber"
       FROM incidents i
       LEFT JOIN case_files c ON c.municipality_id = $1 AND c.id = i.case_id
       LEFT JOIN register_entries e ON e.municipality_id = $1 AND e.id = c.entry_id
       WHERE i.municipality_id = $1 AND i.state = 'open' ORDER BY i.id LIMIT $2`,
      [municipalityId, limit]
    )
  )
