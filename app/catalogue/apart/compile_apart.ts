import { COMPILE_LIMITS, orStopped } from '#catalogue/apart/limits'
import type { ProcedureFiles } from '#catalogue/domain/files'
import { SHEET } from '#catalogue/domain/files'
import type { CompiledProcedure, Pack } from '#catalogue/types'
import type { Diagnostic } from '#core/diagnostic'
import type { Result } from '#core/result'
import { ThreadPool, threadModule } from '#core/threads/thread_pool'

export interface CompileJob {
  files: ProcedureFiles
  pack: Pack | null
  processes?: readonly string[]
}

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
export const compileApart = (
  files: ProcedureFiles,
  { pack = null, processes }: Partial<Omit<CompileJob, 'files'>> = {}
): Promise<Result<CompiledProcedure, Diagnostic[]>> =>
  orStopped(pool.run({ files, pack, ...(processes && { processes }) }), 'COMPILATION_STOPPED', SHEET)
