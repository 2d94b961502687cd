/** The thread in which decision models that others wrote are read, compiled and asked. */
import { MODEL_WORK } from '#catalogue/domain/model_work'
import type { ModelJob } from '#catalogue/apart/model_apart'
import { serve } from '#core/threads/serve'

// which piece of work takes what it is asked, is known where the job is made
serve(async ({ work, from, asked }: ModelJob) => ({ value: await MODEL_WORK[work](from, asked as any) }))
