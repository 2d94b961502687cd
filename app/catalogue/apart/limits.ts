import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err } from '#core/result'
import { ThreadStopped } from '#core/threads/thread_pool'

/** A procedure of 2,000 elements takes a fraction of it; what takes more is stopped, whatever it is. */
export const COMPILE_LIMITS = { cpuMs: 2_000, wallMs: 20_000, memoryMb: 256 }

/** What a thread comes to; where it was stopped, that it was, and at what. */
export async function orStopped<Value>(
  working: Promise<Result<Value, Diagnostic[]>>,
  code: string,
  file: string
): Promise<Result<Value, Diagnostic[]>> {
  try {
    return await working
  } catch (error) {
    if (!(error instanceof ThreadStopped)) throw error
    const { cpuMs, memoryMb } = COMPILE_LIMITS
    const params = { seconds: cpuMs / 1000, megabytes: memoryMb }
    return err([problem(code, { file, params })])
  }
}
