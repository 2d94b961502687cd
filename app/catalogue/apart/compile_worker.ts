/** The thread in which documents that others wrote are compiled. */
import { compile } from '#catalogue/domain/compile'
import type { CompileJob } from '#catalogue/apart/compile_apart'
import { serve } from '#core/threads/serve'

serve(async ({ files, ...around }: CompileJob) => ({ value: await compile(files, around) }))
