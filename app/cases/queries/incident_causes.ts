import { COUNT_CAP } from '#cases/queries/inbox_counts'
import { CAUSE } from '#cases/queries/incidents_with_cases'
import { rowsOfTown } from '#tenancy/town_transaction'

export interface IncidentCounts {
  open: number
  resolved: number
  /** Of the open ones, by what they are. */
  codes: { code: string; count: number }[]
}

/** How many there are, counted up to `COUNT_CAP`. */
export const incidentCounts = (municipalityId: string): Promise<IncidentCounts> =>
  rowsOfTown<{ state: 'open' | 'resolved'; code: string; count: number }>(
    municipalityId,
    `SELECT state, code, count(*)::int AS count FROM (
       (SELECT state, code FROM incidents WHERE municipality_id = $1 AND state = 'open' LIMIT ${COUNT_CAP}) UNION ALL
       (SELECT state, code FROM incidents WHERE municipality_id = $1 AND state = 'resolved' LIMIT ${COUNT_CAP})) s
     GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    [municipalityId],
    'incident_counts'
  ).then((rows) => {
    const sum = (state: string) =>
      rows.filter((row) => row.state === state).reduce((total, { count }) => total + count, 0)
    return {
      open: sum('open'),
      resolved: sum('resolved'),
      codes: rows.filter(({ state }) => state === 'open').map(({ code, count }) => ({ code, count })),
    }
  })

export interface IncidentCause {
  cause: string
  code: string
  element: string
  digest: string | null
  detail: string
  count: number
  since: Date
}

/** What has failed in the same way more than once, and waits: a service that was down, say. The most frequent first. */
export const commonCauses = (municipalityId: string): Promise<IncidentCause[]> =>
  rowsOfTown<IncidentCause>(
    municipalityId,
    `SELECT ${CAUSE} AS cause, i.code, i.element, max(c.digest) AS digest, min(i.detail) AS detail, count(*)::int AS count, min(i.opened_at) AS since
     FROM incidents i LEFT JOIN case_files c ON c.municipality_id = $1 AND c.id = i.case_id
     WHERE i.municipality_id = $1 AND i.state = 'open' GROUP BY 1, 2, 3 HAVING count(*) > 1 ORDER BY 6 DESC, 1 LIMIT 20`,
    [municipalityId],
    'common_causes'
  )

/** Those that wait for the same cause, the oldest first. */
export const incidentsOfCause = (municipalityId: string, cause: string, limit: number): Promise<string[]> =>
  rowsOfTown<{ id: string }>(
    municipalityId,
    `SELECT i.id FROM incidents i LEFT JOIN case_files c ON c.municipality_id = $1 AND c.id = i.case_id
     WHERE i.municipality_id = $1 AND i.state = 'open' AND ${CAUSE} = $2 ORDER BY i.id LIMIT $3`,
    [municipalityId, cause, limit],
    'incidents_of_cause'
  ).then((rows) => rows.map(({ id }) => id))
