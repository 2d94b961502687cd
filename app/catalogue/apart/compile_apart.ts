import type { ProcedureFiles } from '#catalogue/domain/files'
import { SHEET } from '#catalogue/domain/files'
import type { CompiledProcedure, Pack } from '#catalogue/types'
import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err } from '#core/result'
import { ThreadPool, ThreadStopped, threadModule } from '#core/threads/thread_pool'

export interface CompileJob {
  files: ProcedureFiles
  pack: Pack | null
  processes?: readonly string[]
}

/** A procedure of 2,000 elements takes a fraction of it; what takes more is stopped, whatever it is. */
export const COMPILE_LIMITS = { cpuMs: 2_000, wallMs: 20_000, memoryMb: 256 }

const pool = new ThreadPool<CompileJob, Result<CompiledProcedure, Diagnostic[]>>(
  threadModule('./compile_worker', import.meta.url),
  COMPILE_LIMITS,
  1,
  5_000
)

/**
 * Compiles what others wrote in a thread of its own, which can be ended: a document that is made to cost without
 * end is refused with the reason, and nobody else waits for it.
 */
export async function compileApart(
  files: ProcedureFiles,
  { pack = null, processes }: Partial<Omit<CompileJob, 'files'>> = {}
): Promise<Result<CompiledProcedure, Diagnostic[]>> {
  try {
    return await pool.run({ files, pack, ...(processes && { processes }) })
  } catch (error) {
    if (!(error instanceof ThreadStopped)) throw error
    const { cpuMs, memoryMb } = COMPILE_LIMITS
    const params = { seconds: cpuMs / 1000, megabytes: memoryMb }
    return err([problem('COMPILATION_STOPPED', { file: SHEET, params })])
  }
}
