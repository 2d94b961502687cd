import { problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import type { CompileTemplateOptions } from '#documents/template/compile_template'
import { placesIn, readPath } from '#documents/template/paths'
import { ROOTS, type CompiledBlock, type FactSource, type ValueSource } from '#documents/template/types'
import { compileExpression, type Expression, type TypeEnvironment } from '#expressions/index'

const VARIABLE = /^[a-z][A-Za-z0-9_]{0,63}$/

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const KINDS = [
  'heading',
  'paragraph',
  'facts',
  'answers',
  'list',
  'numbered',
  'table',
  'attachments',
  'filings',
  'fee',
  'seal',
] as const

/** Reads the blocks of one template, and notes every fault with its place. */
export class BlockCompiler {
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
      case 'numbered':
        return { ...this.#content('list', value, at), kind: 'list', numbered: true }
      case 'table':
        return { kind, ...this.#table(value, at) }
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

  /** A row for each member of a list, which names what stands in each column. */
  #table(table: unknown, at: (string | number)[]): object {
    const { rows, columns } = isRecord(table) ? table : {}
    return {
      rows: this.value(rows, [...at, 'rows']),
      columns: this.#each(columns, [...at, 'columns'], (column, place) => this.#column(column, place)),
    }
  }

  #column(column: unknown, at: (string | number)[]): { label: string; value: string; share: number } {
    const { label, value, share = 1 } = isRecord(column) ? column : {}
    if (typeof value !== 'string' || !VARIABLE.test(value))
      this.refuse('TEMPLATE_COLUMN', [...at, 'value'], { value: String(value) })
    return { label: this.text(label, [...at, 'label']), value: String(value), share: Number(share) }
  }

  /** What the process keeps under a name. */
  #variable(name: unknown, at: (string | number)[]): Expression | null {
    const named = typeof name === 'string' && VARIABLE.test(name)
    return this.expression(named ? `variables.${name}` : null, at)
  }

  #fact(fact: unknown, at: (string | number)[]): Omit<FactSource, 'value'> & { value: ValueSource | null } {
    const { label, value, as } = isRecord(fact) ? fact : {}
    return {
      label: this.text(label, [...at, 'label']),
      value: this.value(value, [...at, 'value']),
      ...(as !== undefined && { as: this.#question(as, [...at, 'as']) }),
    }
  }

  /** A question by its form and its name: `report.squareMetres`. */
  #question(name: unknown, at: (string | number)[]): FactSource['as'] {
    const [form = '', field = ''] = String(name).split('.')
    const { forms } = this.#options
    if (forms && !Object.hasOwn(forms.get(form)?.fields ?? {}, field))
      this.refuse('TEMPLATE_QUESTION', at, { question: String(name) })
    return { form, field }
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
