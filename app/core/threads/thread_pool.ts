import { Worker } from 'node:worker_threads'
import { handled } from '#core/handled'

/** What one job may use up before its thread is ended. */
export interface ThreadLimits {
  /** Milliseconds of processor time: a machine that is busy with other things takes none of it. */
  cpuMs?: number
  /** Milliseconds by the clock on the wall. */
  wallMs: number
  /** Megabytes of memory that the job adds to what its thread held. */
  memoryMb: number
}

/** A job was stopped: it took too long, too much memory, or its thread ended under it. */
export class ThreadStopped extends Error {
  readonly code = 'E_THREAD_STOPPED'

  constructor(readonly why: 'time' | 'memory' | 'ended') {
    super(
      why === 'time' ? 'it took too long' : why === 'memory' ? 'it took too much memory' : 'its thread ended'
    )
  }
}

/** What a thread answers: that it is ready, what it made of a job, why it could not, or that it went too deep to go on. */
export type Answer<Value> = 'ready' | 'exhausted' | { value: Value } | { error: string }

interface Waiting<Job, Value> {
  job: Job
  resolve(value: Value): void
  reject(error: Error): void
}

const IN_TYPESCRIPT = import.meta.url.endsWith('.ts')
const EXEC_ARGV = IN_TYPESCRIPT ? [`--import=${import.meta.resolve('@poppinss/ts-exec')}`] : []
const LOOK_MS = 100
const TO_GET_READY_MS = 60_000

/** The address of a module beside the one that asks, as source or as built. */
export const threadModule = (name: string, from: string): URL =>
  new URL(`${name}${IN_TYPESCRIPT ? '.ts' : '.js'}`, from)

/**
 * A few threads that do work which must never hold up a page, or that might not end. Threads are made when there
 * is work for them, and ended when there was none for a while; one that goes beyond its limits, or dies, is replaced, and its job refused.
 * The module serves jobs by `serve`.
 */
export class ThreadPool<Job, Value> {
  readonly #queue: Waiting<Job, Value>[] = []
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()
  #rest: NodeJS.Timeout | undefined

  constructor(
    private readonly module: URL,
    private readonly limits: ThreadLimits,
    private readonly size = 1,
    private readonly idleMs?: number
  ) {}

  run(job: Job): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    for (const { reject } of this.#queue.splice(0)) reject(new ThreadStopped('ended'))
    clearTimeout(this.#rest)
    await Promise.all([...this.#all].map((worker) => worker.terminate()))
  }

  #next(): void {
    if (!this.#queue.length) return this.#restLater()
    clearTimeout(this.#rest)
    const worker = this.#idle.pop() ?? (this.#all.size < this.size ? this.#start() : undefined)
    if (worker) this.#give(worker, this.#queue.shift() as Waiting<Job, Value>)
  }

  #restLater(): void {
    clearTimeout(this.#rest)
    if (this.idleMs === undefined) return
    this.#rest = setTimeout(
      () => this.#idle.splice(0).forEach((worker) => this.#discard(worker)),
      this.idleMs
    )
    this.#rest.unref()
  }

  #start(): Worker {
    // a heap that is really full can take the whole process with it: there is room for what others left, the job, and a look too late
    const resourceLimits = { maxOldGenerationSizeMb: this.limits.memoryMb * 3 }
    const worker = new Worker(this.module, { execArgv: EXEC_ARGV, resourceLimits })
    worker.unref()
    worker.on('error', () => {}) // a thread that dies idle must not take the process with it
    worker.on('exit', () => this.#forget(worker))
    this.#all.add(worker)
    fresh.add(worker)
    return worker
  }

  #give(worker: Worker, { job, resolve, reject }: Waiting<Job, Value>): void {
    let watch: () => void = () => {}
    const finish = (reusable: boolean) => {
      watch()
      worker.off('error', failed).off('exit', ended).off('message', answered).unref()
      if (reusable) this.#idle.push(worker)
      else this.#discard(worker)
      this.#next()
    }
    const refuse = (error: Error) => {
      finish(false)
      reject(error)
    }
    const failed = (error: Error & { code?: string }) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadStopped('memory') : error)
    const ended = () => refuse(new ThreadStopped('ended'))
    const begin = () => {
      // what getting ready took is nobody's fault
      watch()
      watch = watchOver(worker, this.limits, (why) => refuse(new ThreadStopped(why)))
      worker.postMessage(job)
    }
    const answered = (answer: Answer<Value>) => {
      if (answer === 'ready') return begin()
      finish(true)
      if (answer === 'exhausted') reject(new ThreadStopped('memory'))
      else if ('value' in answer) resolve(answer.value)
      else reject(new Error(answer.error))
    }
    worker.on('error', failed).on('exit', ended).on('message', answered).ref()
    if (fresh.delete(worker)) {
      watch = watchOver(worker, { wallMs: TO_GET_READY_MS }, (why) => refuse(new ThreadStopped(why)))
    } else begin()
  }

  #forget(worker: Worker): void {
    this.#all.delete(worker)
    const idle = this.#idle.indexOf(worker)
    if (idle >= 0) this.#idle.splice(idle, 1)
  }

  #discard(worker: Worker): void {
    this.#forget(worker)
    void worker.terminate()
  }
}

/** Threads that haven't said yet that they are ready. */
const fresh = new WeakSet<Worker>()

async function usedBy(worker: Worker): Promise<{ cpuUs: number; bytes: number }> {
  const [{ user, system }, heap] = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()])
  return { cpuUs: user + system, bytes: heap.used_heap_size }
}

/** Calls `stop` once a thread has used up what it may; answers how to end the watch. */
function watchOver(
  worker: Worker,
  { cpuMs = Infinity, wallMs, memoryMb = Infinity }: Partial<ThreadLimits> & { wallMs: number },
  stop: (why: 'time' | 'memory') => void
): () => void {
  const wall = setTimeout(stop, wallMs, 'time')
  // one that is still getting ready has nothing to be looked at
  if (memoryMb === Infinity) return () => clearTimeout(wall)
  const began = handled(usedBy(worker))
  const look = setInterval(async () => {
    const [before, now] = await Promise.all([began, usedBy(worker)]).catch(() => [])
    if (!before || !now) return
    if (now.bytes - before.bytes > memoryMb * 2 ** 20) stop('memory')
    else if (now.cpuUs - before.cpuUs > cpuMs * 1000) stop('time')
  }, LOOK_MS)
  return () => {
    clearTimeout(wall)
    clearInterval(look)
  }
}
