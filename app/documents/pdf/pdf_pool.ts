import { Worker } from 'node:worker_threads'
import type { PdfJob } from '#documents/pdf/render'

interface Waiting {
  job: PdfJob
  resolve(bytes: Buffer): void
  reject(error: Error): void
}

type Answer = { bytes: Uint8Array } | { error: string }

const IN_TYPESCRIPT = import.meta.url.endsWith('.ts')
const WORKER = new URL(IN_TYPESCRIPT ? './render_worker.ts' : './render_worker.js', import.meta.url)
const execArgv = IN_TYPESCRIPT ? [`--import=${import.meta.resolve('@poppinss/ts-exec')}`] : []

/**
 * A few threads that lay out PDFs, so that letters never hold up a page. Threads are made when there is work
 * for them; one that takes too long or dies is replaced, and its job refused.
 */
export class PdfPool {
  readonly #size: number
  readonly #timeoutMs: number
  readonly #queue: Waiting[] = []
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()

  constructor({ size = 1, timeoutMs = 30_000 } = {}) {
    this.#size = size
    this.#timeoutMs = timeoutMs
  }

  /** A finished PDF/A-2b document, without its seal. */
  render(job: PdfJob): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    for (const { reject } of this.#queue.splice(0)) reject(new Error('the PDF pool is closed'))
    await Promise.all([...this.#all].map((worker) => worker.terminate()))
  }

  #next(): void {
    if (!this.#queue.length) return
    const worker = this.#idle.pop() ?? (this.#all.size < this.#size ? this.#start() : undefined)
    if (worker) this.#run(worker, this.#queue.shift() as Waiting)
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { execArgv, resourceLimits: { maxOldGenerationSizeMb: 256 } })
    worker.unref()
    worker.on('error', () => {}) // a thread that dies idle must not take the process with it
    worker.on('exit', () => this.#forget(worker))
    this.#all.add(worker)
    return worker
  }

  #run(worker: Worker, { job, resolve, reject }: Waiting): void {
    const finish = (reusable: boolean) => {
      clearTimeout(timer)
      worker.off('error', fail).off('exit', ended).off('message', answered).unref()
      if (reusable) this.#idle.push(worker)
      else this.#discard(worker)
      this.#next()
    }
    const fail = (error: Error) => {
      finish(false)
      reject(error)
    }
    const ended = (code: number) => fail(new Error(`the PDF thread ended (${code})`))
    const answered = (answer: Answer) => {
      finish(true)
      if ('bytes' in answer) resolve(Buffer.from(answer.bytes))
      else reject(new Error(answer.error))
    }
    const timer = setTimeout(() => fail(new Error('the PDF took too long')), this.#timeoutMs)
    worker.on('error', fail).on('exit', ended).on('message', answered).ref()
    worker.postMessage(job)
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
