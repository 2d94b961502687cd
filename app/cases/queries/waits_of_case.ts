import type { OpenTask, Waits } from '#cases/domain/migration/waits'
import type { SubscriptionRow } from '#cases/types'
import type { JobRow } from '#core/jobs/types'
import type { TownTransaction } from '#tenancy/town_transaction'

const JOBS = `
SELECT id, kind, name, case_id, key, input, run_at, max_attempts, state, created_at FROM jobs
WHERE municipality_id = $1 AND case_id = $2 AND kind IN ('timer', 'activity', 'call', 'message_delivery') ORDER BY id`

type Job = Omit<JobRow, 'run_at' | 'created_at'> & { run_at: Date; created_at: Date }

/** What waits for a case that is locked. */
export async function waitsOfCase(trx: TownTransaction, caseId: string): Promise<Waits> {
  const of = [trx.municipalityId, caseId]
  const jobs = (await trx.rows<Job>(JOBS, of, 'jobs_of_case')).map((job) => ({
    ...job,
    run_at: job.run_at.toISOString(),
    created_at: job.created_at.toISOString(),
  }))
  const tasks = await trx.rows<OpenTask>(
    `SELECT key, element, form, role, due_on::text AS "dueOn", initial_answers AS "initialAnswers" FROM tasks
     WHERE municipality_id = $1 AND case_id = $2 AND state = 'open' ORDER BY id`,
    of,
    'open_tasks_of_case'
  )
  const subscriptions = await trx.rows<SubscriptionRow>(
    `SELECT id, case_id, key, kind, message, correlation, since FROM subscriptions WHERE municipality_id = $1 AND case_id = $2 ORDER BY id`,
    of,
    'subscriptions_of_case'
  )
  const incidents = await trx.rows<{ key: string }>(
    `SELECT key FROM incidents WHERE municipality_id = $1 AND case_id = $2 AND state = 'open' AND job_id IS NULL ORDER BY id`,
    of,
    'incidents_of_case'
  )
  return {
    tasks,
    subscriptions,
    timers: jobs.filter(({ kind }) => kind === 'timer') as unknown as Waits['timers'],
    activities: jobs.filter(({ kind }) => kind !== 'timer'),
    incidents: incidents.map(({ key }) => key),
  }
}

/** Whether a worker has one of its activities in hand, made ready by the version that it is on. */
export async function isWorkedOn(trx: TownTransaction, caseId: string): Promise<boolean> {
  const held = await trx.rows(
    `SELECT 1 FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind IN ('activity', 'call') AND locked_until > now() LIMIT 1`,
    [trx.municipalityId, caseId],
    'is_worked_on'
  )
  return held.length > 0
}
