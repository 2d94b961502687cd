import { basename } from 'node:path'
import { COMPILE_LIMITS, orStopped } from '#catalogue/apart/limits'
import type { Made, ModelFile, ModelWork } from '#catalogue/domain/model_work'
import { readText } from '#catalogue/queries/read_json_file'
import type { Diagnostic } from '#core/diagnostic'
import type { Result } from '#core/result'
import { ThreadPool, threadModule } from '#core/threads/thread_pool'

export interface ModelJob {
  work: keyof ModelWork
  from: ModelFile
  asked: unknown
}

const pool = new ThreadPool<ModelJob, any>(
  threadModule('./model_worker', import.meta.url),
  COMPILE_LIMITS,
  1,
  5_000
)

/** Does a piece of work with the model in a file, in a thread of its own, which can be ended. */
export async function modelApart<Work extends keyof ModelWork>(
  work: Work,
  path: string,
  asked?: Parameters<ModelWork[Work]>[1]
): Promise<Result<Made<Work>, Diagnostic[]>> {
  const file = basename(path)
  const text = await readText(path)
  if (!text.ok) return text
  return orStopped(pool.run({ work, from: { file, text: text.value }, asked }), 'MODEL_STOPPED', file)
}
