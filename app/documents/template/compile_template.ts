import { hasProblems, problem } from '#core/diagnostic'
import { err, ok, type Result } from '#core/result'
import { BlockCompiler, isRecord } from '#documents/template/block_compiler'
import { type CompiledTemplate, RESOLUTION } from '#documents/template/types'
import type { TypeEnvironment } from '#expressions/index'

const MAX_BLOCKS = 200

const TYPE = /^TD(0[1-9]|1\d|20|99)$/

/** What is known around a template; without one of them, what it would answer is not checked. */
export interface TemplateSurroundings {
  /** The texts of the procedure, by language and id. */
  texts?: Record<string, (id: string) => string | undefined>
  forms?: ReadonlyMap<string, { fields: Record<string, unknown> }>
  /** Types of the names that expressions use; names of the context without one are `any`. */
  types?: TypeEnvironment
}

export interface CompileTemplateOptions extends TemplateSurroundings {
  id: string
  source: unknown
  file: string
}

/** Reads a template of documents once: every fault at once, each with its place. */
export function compileTemplate(options: CompileTemplateOptions): Result<CompiledTemplate> {
  const { id, source, file } = options
  if (!isRecord(source)) return err([problem('TEMPLATE_SHAPE', { file })])
  const compiler = new BlockCompiler(options)
  const { type, title, blocks, automated = false } = source
  // A resolution is the deciding body's; whatever else leaves a case is the unit's, unless its template says otherwise.
  const issuer = source.issuer ?? (type === RESOLUTION ? 'body' : 'unit')
  if (typeof type !== 'string' || !TYPE.test(type))
    compiler.refuse('TEMPLATE_TYPE', ['type'], { type: String(type) })
  if (issuer !== 'body' && issuer !== 'unit')
    compiler.refuse('TEMPLATE_ISSUER', ['issuer'], { issuer: String(issuer) })
  if (typeof automated !== 'boolean') compiler.refuse('TEMPLATE_FLAG', ['automated'])
  // Law 40/2015, art. 41.2: the body that answers for it is named; a resolution is decided by somebody.
  else if (automated && (issuer !== 'body' || type === RESOLUTION))
    compiler.refuse('TEMPLATE_AUTOMATED', ['automated'])
  const titleId = compiler.text(title, ['title'])
  if (!Array.isArray(blocks) || !blocks.length) compiler.refuse('TEMPLATE_NO_BLOCKS', ['blocks'])
  else if (blocks.length > MAX_BLOCKS) compiler.refuse('TEMPLATE_TOO_LONG', ['blocks'], { max: MAX_BLOCKS })
  const compiled = (Array.isArray(blocks) ? blocks.slice(0, MAX_BLOCKS) : []).flatMap(
    (block, i) => compiler.block(block, i) ?? []
  )
  if (hasProblems(compiler.diagnostics)) return err(compiler.diagnostics)
  return ok({
    id,
    type: String(type),
    issuer: issuer as CompiledTemplate['issuer'],
    automated: automated === true,
    title: titleId,
    blocks: compiled,
  })
}
