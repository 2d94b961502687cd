import { inCase } from '#cases/jobs/timer_job'
import { beginsBySignal } from '#cases/queries/beginnings'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import type { Json } from '#core/json'
import { inTown } from '#tenancy/town_transaction'

const AT_ONCE = 500

/** Whoever listened when it was thrown, but in the case that threw it, which has heard itself. */
const LISTENERS = `
  SELECT case_id AS "caseId", key FROM subscriptions
  WHERE municipality_id = $1 AND kind = 'signal' AND message = $2 AND case_id <> $3 AND since <= $4 ORDER BY id`

/**
 * A signal reaches all who listen in the town, and begins what begins by it: all are found in one look, and each gets work
 * of its own, so that no case waits for another and each listener hears it once.
 */
export const signalJob: JobHandler = {
  async run(job) {
    const begun = await beginsBySignal(job.municipalityId, job.name)
    await inTown(job.municipalityId, async (trx) => {
      const thrown = [job.municipalityId, job.name, job.caseId, job.runAt.toISOString()]
      const listeners = await trx.rows<{ caseId: string; key: string }>(LISTENERS, thrown, 'listeners')
      await finishJob(trx, job)
      const { name, input, runAt } = job
      const heard = listeners.map(({ caseId, key }) =>
        newJob('signal_heard', runAt, { name, case_id: caseId, key, input })
      )
      const opened = begun.map(({ procedure: { slug, digest }, begins: { element } }) =>
        newJob('begin_case', runAt, {
          ...{ name: slug, key: `signal/${job.caseId}/${job.key}/${slug}/${element}` },
          input: {
            ...{ cause: 'signal', element, digest, signal: name },
            ...{ variables: input['payload'] ?? {}, origin: job.caseId },
          },
        })
      )
      const all = [...heard, ...opened]
      for (let at = 0; at < all.length; at += AT_ONCE) await enqueue(trx, all.slice(at, at + AT_ONCE))
    })
  },
}

/** One listener hears a signal, at the instant at which it was thrown. */
export const signalHeardJob: JobHandler = {
  run: (job) =>
    inCase(
      job,
      { at: job.runAt },
      { type: 'signal', name: job.name, key: job.key, payload: (job.input['payload'] ?? null) as Json }
    ),
}
