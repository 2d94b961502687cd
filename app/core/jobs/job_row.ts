import type { JobRow } from '#core/jobs/types'

/** A job due at once and tried five times, unless said otherwise. */
export const jobRow = (id: string, kind: string, at: Date, job: Partial<JobRow> = {}): JobRow => ({
  id,
  kind,
  name: '',
  case_id: null,
  key: '',
  input: {},
  run_at: at.toISOString(),
  max_attempts: 5,
  state: 'ready',
  created_at: at.toISOString(),
  ...job,
})
