export interface Incident {
  id: string
  caseId: string | null
  jobId: string | null
  element: string
  /** `activity_failed`, `job_failed` or a code of the engine: its text is `cases.incidents.<code>`. */
  code: string
  detail: string
  state: 'open' | 'resolved'
  openedAt: Date
  resolvedAt: Date | null
  resolvedBy: string | null
}

export const INCIDENT_COLUMNS = `
  id, case_id AS "caseId", job_id AS "jobId", element, code, detail, state, opened_at AS "openedAt",
  resolved_at AS "resolvedAt", resolved_by AS "resolvedBy"`
