import { inCase } from '#cases/jobs/timer_job'
import type { JobHandler } from '#core/jobs/types'

/** A case that this one had called lets it know something; if it does not wait for that one any more, nothing happens. */
export const callEscalatedJob: JobHandler = {
  run: (job) => inCase(job, { at: job.runAt }, { type: 'escalation', key: job.key, code: job.name }),
}
