import type { DueJob } from '#cases/jobs/due_jobs'

export interface WorkerDesk {
  claim(count: number): Promise<DueJob[]>
  nextDue(): Promise<Date | null>
  run(job: DueJob): Promise<void>
  /** What went wrong beside the jobs themselves; the worker goes on. */
  report(error: unknown): void
}

const CONCURRENCY = 4
const POLL_MS = 250
const AFTER_TROUBLE_MS = 2_000

/** Does due work, a few jobs at a time, until it is told to stop; then it finishes what it holds. */
export class Worker {
  private readonly held = new Set<Promise<void>>()
  private stopping = false
  private nudged = false
  private wake: () => void = () => {}
  private loop: Promise<void> = Promise.resolve()

  constructor(
    private readonly desk: WorkerDesk,
    private readonly concurrency = CONCURRENCY
  ) {}

  start(): void {
    this.loop = this.work()
  }

  /** There is work, says somebody: it is looked for at once. */
  nudge(): void {
    this.nudged = true
    this.wake()
  }

  /** Takes up nothing new, and resolves when what is held is done. */
  async stop(): Promise<void> {
    this.stopping = true
    this.wake()
    await this.loop
    await Promise.all(this.held)
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      try {
        this.nudged = false
        const free = this.concurrency - this.held.size
        const jobs = free > 0 ? await this.desk.claim(free) : []
        for (const job of jobs) this.hold(job)
        if (jobs.length < free || this.held.size === this.concurrency) await this.rest(await this.pause())
      } catch (error) {
        this.desk.report(error)
        await this.rest(AFTER_TROUBLE_MS)
      }
    }
  }

  private hold(job: DueJob): void {
    const work = this.desk
      .run(job)
      .catch((error) => this.desk.report(error))
      .finally(() => {
        this.held.delete(work)
        this.wake()
      })
    this.held.add(work)
  }

  /** Until the next job falls due, but never longer than a poll: others write jobs meanwhile. */
  private async pause(): Promise<number> {
    if (this.held.size === this.concurrency) return POLL_MS
    const due = await this.desk.nextDue()
    return due ? Math.min(POLL_MS, Math.max(10, due.getTime() - Date.now())) : POLL_MS
  }

  private rest(ms: number): Promise<void> {
    if (this.stopping || this.nudged) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
