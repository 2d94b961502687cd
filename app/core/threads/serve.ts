import { parentPort, type Transferable } from 'node:worker_threads'
import type { Answer } from '#core/threads/thread_pool'

/** What a thread of a `ThreadPool` does: one job at a time, answered with its value or with the reason why not. */
export function serve<Job, Value>(
  work: (job: Job) => Promise<{ value: Value; transfer?: Transferable[] }>
): void {
  const answer = (said: Answer<Value>, transfer?: Transferable[]) => parentPort?.postMessage(said, transfer)
  parentPort?.on('message', async (job: Job) => {
    try {
      const { value, transfer } = await work(job)
      answer({ value }, transfer)
    } catch (error) {
      // what nests without end uses up the stack: that is no fault of the work
      answer(
        error instanceof RangeError && /call stack/i.test(error.message)
          ? 'exhausted'
          : { error: String(error) }
      )
    }
  })
  answer('ready')
}
