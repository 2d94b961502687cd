import { runJob } from '#cases/jobs/run_job'
import { inTown } from '#tenancy/town_transaction'

interface NextJob {
  id: string
  runAt: Date
}

/** Work that time alone brings about; all else follows from what somebody did. */
const CLOCKWORK = ['timer', 'notification_expiry', 'payment_expiry', 'reminder']

/** The next job of a town that is due at an instant: the oldest first, and then in the order it was asked for. */
async function nextJob(townId: string, until: Date, clockwork: boolean): Promise<NextJob | null> {
  const jobs = await inTown(townId, (trx) =>
    trx.rows<NextJob & { key: string }>(
      `SELECT id, greatest(run_at, locked_until) AS "runAt", key FROM jobs
       WHERE municipality_id = $1 AND state = 'ready' AND greatest(run_at, locked_until) <= $2 AND ($3 OR kind <> ALL($4))`,
      [townId, until.toISOString(), clockwork, CLOCKWORK]
    )
  )
  const turn = (key: string) => Number(key.split(':').at(-1)) || 0
  return jobs.sort((a, b) => a.runAt.getTime() - b.runAt.getTime() || turn(a.key) - turn(b.key))[0] ?? null
}

async function work(townId: string, until: Date, from: Date, clockwork: boolean) {
  const failures: string[] = []
  let now = from
  for (
    let job = await nextJob(townId, until, clockwork);
    job;
    job = await nextJob(townId, until, clockwork)
  ) {
    if (job.runAt > now) now = job.runAt
    await inTown(townId, (trx) =>
      trx.rows(`UPDATE jobs SET attempts = attempts + 1 WHERE municipality_id = $1 AND id = $2`, [
        townId,
        job.id,
      ])
    )
    const reason = await runJob({ municipalityId: townId, id: job.id }, { at: now, moved: true })
    if (reason) failures.push(reason)
  }
  return { failures, now }
}

/**
 * Does what falls due in a town until an instant of a moved clock, each job at its own moment, as a worker
 * would have done that was there all the time. Answers the reasons of what failed.
 */
export const workUntil = async (townId: string, until: Date, from: Date = until): Promise<string[]> =>
  (await work(townId, until, from, true)).failures

const PATIENCE_MS = 3_600_000

/** Does what has been asked for, retries included, while no term passes. Answers what failed, and when it was done. */
export const settle = (townId: string, at: Date): Promise<{ failures: string[]; now: Date }> =>
  work(townId, new Date(at.getTime() + PATIENCE_MS), at, false)
