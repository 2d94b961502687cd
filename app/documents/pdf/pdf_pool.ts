import { ThreadPool, threadModule } from '#core/threads/thread_pool'
import type { PdfJob } from '#documents/pdf/render'

/** A few threads that lay out PDFs, so that letters never hold up a page. */
export class PdfPool {
  readonly #pool: ThreadPool<PdfJob, Uint8Array>

  constructor({ size = 1, timeoutMs = 30_000 } = {}) {
    const module = threadModule('./render_worker', import.meta.url)
    this.#pool = new ThreadPool(module, { wallMs: timeoutMs, memoryMb: 256 }, size)
  }

  /** A finished PDF/A-2b document, without its seal. */
  async render(job: PdfJob): Promise<Buffer> {
    return Buffer.from(await this.#pool.run(job))
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}
