import { BaseCommand } from '@adonisjs/core/ace'
import logger from '@adonisjs/core/services/logger'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { claimDue, nextDue } from '#cases/jobs/due_jobs'
import { runJob } from '#cases/jobs/run_job'
import { Worker } from '#cases/jobs/worker'
import { beat, BEAT_MS } from '#cases/jobs/worker_beat'
import { uuidv7 } from '#core/ids'
import { WORK_WAITS } from '#core/jobs/enqueue'
import { hear } from '#core/link/link'
import { doChores } from '#core/jobs/chores'
import { logText } from '#core/log_safe'
import { assertSafeDatabase } from '#tenancy/queries/database_faults'

const DAY_MS = 86_400_000

/** `node ace worker`: does what falls due, until it is told to stop; then it finishes what it holds. */
export default class WorkerCommand extends BaseCommand {
  static override commandName = 'worker'
  static override description = 'Do the work that falls due: activities, terms, notices, daily chores'
  static override options: CommandOptions = { startApp: true, staysAlive: true }

  override async run() {
    // Told to stop while it was still starting: nothing is held yet.
    if (this.app.isTerminating || this.app.isTerminated) return this.terminate()
    await assertSafeDatabase({ durable: this.app.inProduction })
    const worker = new Worker({
      claim: claimDue,
      nextDue,
      run: async (job) => {
        const reason = await runJob(job, { at: new Date() })
        if (reason) logger.warn({ job: job.id, reason: logText(reason) }, 'a job failed')
      },
      report: (err) => logger.error({ err }, 'the worker failed'),
    })
    const chores = () => doChores(new Date(), (err, chore) => logger.error({ err, chore }, 'a chore failed'))
    const daily = setInterval(chores, DAY_MS)
    const id = uuidv7()
    const sign = () =>
      beat(id).catch((err) => logger.error({ err }, 'the worker could not say that it is there'))
    const beats = setInterval(sign, BEAT_MS)
    this.app.terminating(async () => {
      clearInterval(daily)
      clearInterval(beats)
      deaf()
      await worker.stop()
    })
    await sign()
    await chores()
    const deaf = hear(WORK_WAITS, () => worker.nudge())
    worker.start()
    logger.info('the worker is at work')
  }
}
