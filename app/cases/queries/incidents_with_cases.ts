import { CASE_NUMBER } from '#cases/queries/case_number'
import { type Incident } from '#cases/queries/incidents'
import { inTown, rowsOfTown } from '#tenancy/town_transaction'

export interface IncidentWithCase extends Incident {
  /** The element instance, or what its work is about. */
  key: string
  /** The same for all that failed of the same: whatever tells one case from another is left out of it. */
  cause: string
  /** Null for what failed outside of any case. */
  digest: string | null
  subject: string | null
  entryNumber: string | null
}

export interface IncidentFilter {
  state: 'open' | 'resolved'
  code: string | null
}

/** What several incidents have in common: procedure, element, kind and what was said, but for its figures and ids. */
export const CAUSE = `md5(concat_ws('|', i.code, i.element, c.slug,
  regexp_replace(i.detail, '[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9]+', '#', 'g')))`

const INCIDENT = `
  SELECT i.id, i.case_id AS "caseId", i.job_id AS "jobId", i.key, i.element, i.code, i.detail, i.state,
         i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt", i.resolved_by AS "resolvedBy", ${CAUSE} AS cause,
         c.digest, c.subject, ${CASE_NUMBER} AS "entryNumber"
  FROM incidents i LEFT JOIN case_files c ON c.municipality_id = $1 AND c.id = i.case_id WHERE i.municipality_id = $1`

/** What failed, with the case that it holds up: what waits, the oldest first; what was settled, the newest first. */
export const incidentsWithCases = (
  municipalityId: string,
  {
    state,
    code,
    after = null,
    limit = 100,
  }: Partial<IncidentFilter> & {
    after?: string | null
    limit?: number
  } = {}
): Promise<IncidentWithCase[]> => {
  const [way, order] = state === 'resolved' ? ['<', 'DESC'] : ['>', 'ASC']
  return inTown(municipalityId, (trx) =>
    trx.rows<IncidentWithCase>(
      `${INCIDENT} AND i.state = $2 AND ($3::text IS NULL OR i.code = $3) AND ($4::uuid IS NULL OR i.id ${way} $4)
       ORDER BY i.id ${order} LIMIT $5`,
      [municipalityId, state ?? 'open', code ?? null, after, limit]
    )
  )
}

export const incidentById = (municipalityId: string, id: string): Promise<IncidentWithCase | null> =>
  rowsOfTown<IncidentWithCase>(
    municipalityId,
    `${INCIDENT} AND i.id = $2`,
    [municipalityId, id],
    'incident_by_id'
  ).then(([incident]) => incident ?? null)
