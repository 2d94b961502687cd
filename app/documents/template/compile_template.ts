import { hasProblems, problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { placesIn, readPath } from '#documents/template/paths'
import { ROOTS, type CompiledBlock, type CompiledTemplate, type ValueSource } from '#documents/template/types'
import { compileExpression, type Expression, type TypeEnvironment } from '#expressions/index'

const MAX_BLOCKS = 200
/** A resolution is the deciding body's; whatever else leaves a case is the unit's, unless its template says otherwise. */
const RESOLUTION = 'TD01'

const VARIABLE = /^[a-z][A-Za-z0-9_]{0,63}$/
const TYPE = /^TD(0[1-9]|1\d|20|99)$/

/** What is known around a template; without one of them, what it would answer is not checked. */
export interface TemplateSurroundings {
  /** The texts of the procedure, by language and id. */
  texts?: Record<string, (id: string) => string | undefined>
  forms?: ReadonlySet<string>
  /** Types of the names that expressions use; names of the context without one are `any`. */
  types?: TypeEnvironment
}

export interface CompileTemplateOptions extends TemplateSurroundings {
  id: string
  source: unknown
  file: string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Reads a template of documents once: every fault at once, each with its place. */
export function compileTemplate(options: CompileTemplateOptions): Result<CompiledTemplate> {
  const { id, source, file } = options
  if (!isRecord(source)) return err([problem('TEMPLATE_SHAPE', { file })])
  const compiler = new Compiler(options)
  const { type, title, blocks } = source
  const issuer = source.issuer ?? (type === RESOLUTION ? 'body' : 'unit')
  if (typeof type !== 'string' || !TYPE.test(type))
    compiler.refuse('TEMPLATE_TYPE', ['type'], { type: String(type) })
  if (issuer !== 'body' && issuer !== 'unit')
    compiler.refuse('TEMPLATE_ISSUER', ['issuer'], { issuer: String(issuer) })
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
    title: titleId,
    blocks: compiled,
  })
}

const KINDS = [
  'heading',
  'paragraph',
  'facts',
  'answers',
  'list',
  'attachments',
  'filings',
  'fee',
  'seal',
] as const

class Compiler {
  readonly diagnostics: Diagnostic[] = []
  readonly #options: CompileTemplateOptions
  readonly #types: TypeEnvironment

  constructor(options: CompileTemplateOptions) {
    this.#options = options
    this.#types = { ...Object.fromEntries(ROOTS.map((root) => [root, 'any'] as const)), ...options.types }
  }

  refuse(code: string, at: (string | number)[], params: Diagnostic['params'] = {}): void {
    this.diagnostics.push(problem(code, { file: this.#options.file, pointer: pointerTo(...at), params }))
  }

  /** A text by its id: it stands in every language, and its places name what there is. */
  text(id: unknown, at: (string | number)[]): string {
    if (typeof id !== 'string' || !id) {
      this.refuse('TEMPLATE_TEXT_ID', at)
      return ''
    }
    for (const [language, textOf] of Object.entries(this.#options.texts ?? {})) {
      const text = textOf(id)
      if (text === undefined) this.refuse('TEMPLATE_TEXT_MISSING', at, { id, language })
      for (const place of placesIn(text ?? ''))
        if (!readPath(place))
          this.refuse('TEMPLATE_PLACE', at, { id, language, place, roots: ROOTS.join(', ') })
    }
    return id
  }

  expression(source: unknown, at: (string | number)[], expects?: 'boolean'): Expression | null {
    if (typeof source !== 'string') {
      this.refuse('TEMPLATE_VALUE', at, { roots: ROOTS.join(', ') })
      return null
    }
    const { file } = this.#options
    const compiled = compileExpression(source, {
      variables: this.#types,
      expects,
      file,
      pointer: pointerTo(...at),
    })
    if (compiled.ok) return compiled.value
    this.diagnostics.push(...compiled.error)
    return null
  }

  value(source: unknown, at: (string | number)[]): ValueSource | null {
    if (typeof source === 'string' && source.startsWith('=')) {
      const expression = this.expression(source.slice(1), at)
      return expression && { expression }
    }
    const path = typeof source === 'string' ? readPath(source) : null
    if (!path) this.refuse('TEMPLATE_VALUE', at, { roots: ROOTS.join(', ') })
    return path && { path }
  }

  block(block: unknown, i: number): CompiledBlock | null {
    const at = ['blocks', i]
    if (!isRecord(block)) {
      this.refuse('TEMPLATE_BLOCK', at, { kinds: KINDS.join(', ') })
      return null
    }
    const kinds = Object.keys(block).filter((key) => key !== 'when')
    const [kind] = kinds
    if (kinds.length !== 1 || !KINDS.some((known) => known === kind)) {
      this.refuse('TEMPLATE_BLOCK', at, { kinds: KINDS.join(', ') })
      return null
    }
    const when = block.when === undefined ? null : this.expression(block.when, [...at, 'when'], 'boolean')
    const content = this.#content(kind as (typeof KINDS)[number], block[kind as string], [
      ...at,
      kind as string,
    ])
    return content && ({ when, ...content } as CompiledBlock)
  }

  #content(kind: (typeof KINDS)[number], value: unknown, at: (string | number)[]): object | null {
    switch (kind) {
      case 'heading':
      case 'paragraph':
        return { kind, text: this.text(value, at) }
      case 'list':
        return { kind, texts: this.#each(value, at, (id, place) => this.text(id, place)) }
      case 'facts':
        return { kind, facts: this.#each(value, at, (fact, place) => this.#fact(fact, place)) }
      case 'answers':
        if (typeof value !== 'string' || this.#options.forms?.has(value) === false)
          this.refuse('TEMPLATE_FORM', at, { form: String(value) })
        return { kind, form: String(value) }
      case 'fee':
        return { kind, assessment: this.#variable(value, at) }
      case 'attachments':
      case 'filings':
      case 'seal':
        if (value !== true) this.refuse('TEMPLATE_FLAG', at)
        return { kind }
    }
  }

  /** What the process keeps under a name. */
  #variable(name: unknown, at: (string | number)[]): Expression | null {
    const named = typeof name === 'string' && VARIABLE.test(name)
    return this.expression(named ? `variables.${name}` : null, at)
  }

  #fact(fact: unknown, at: (string | number)[]): { label: string; value: ValueSource | null } {
    const { label, value } = isRecord(fact) ? fact : {}
    return { label: this.text(label, [...at, 'label']), value: this.value(value, [...at, 'value']) }
  }

  #each<T>(
    value: unknown,
    at: (string | number)[],
    read: (item: unknown, at: (string | number)[]) => T
  ): T[] {
    if (Array.isArray(value) && value.length) return value.map((item, i) => read(item, [...at, i]))
    this.refuse('TEMPLATE_EMPTY', at)
    return []
  }
}
