import { uuidv7 } from '#core/ids'
import { tell } from '#core/link/link'
import { jobRow } from '#core/jobs/job_row'
import type { JobRow, Statements } from '#core/jobs/types'

const ENQUEUE = `
  INSERT INTO jobs (municipality_id, id, kind, name, case_id, key, input, run_at, max_attempts, state, created_at)
  SELECT $1::uuid, r.id, r.kind, r.name, r.case_id, r.key, r.input, r.run_at, r.max_attempts, r.state, r.created_at
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, kind text, name text, case_id uuid, key text, input jsonb,
    run_at timestamptz, max_attempts int, state text, created_at timestamptz)`

/** There is work to do; told to every worker, which would else find it by its next look. */
export const WORK_WAITS = 'jobs.work_waits'

/** Writes jobs into the outbox, in the transaction that causes them. */
export async function enqueue(trx: Statements, jobs: JobRow[]): Promise<void> {
  if (jobs.length === 0) return
  await trx.rows(ENQUEUE, [trx.municipalityId, JSON.stringify(jobs)], 'enqueue')
  trx.afterCommit(() => tell(WORK_WAITS, trx.municipalityId))
}

/** A job due at once and tried five times, unless said otherwise. */
export const newJob = (kind: string, at: Date, job: Partial<JobRow> = {}): JobRow =>
  jobRow(uuidv7(), kind, at, job)
