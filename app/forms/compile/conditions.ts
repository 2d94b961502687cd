import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { type Expression, type TypeEnvironment, compileExpression } from '#expressions/index'
import type { ReadUi } from '#forms/compile/read_ui'

/** The conditions of a form, compiled, and what is wrong with them. */
export class Conditions {
  readonly diagnostics: Diagnostic[] = []
  readonly #order: Map<string, number>

  constructor(
    private readonly ui: ReadUi,
    private readonly types: TypeEnvironment,
    private readonly file: string
  ) {
    this.#order = new Map(ui.pages.flatMap(({ fields }) => fields).map((name, index) => [name, index]))
  }

  /** Whether a page shows: it may look back only, so that no two questions wait for each other. */
  page(index: number): Expression | null {
    const { fields, visible } = this.ui.pages[index] as ReadUi['pages'][number]
    const first = fields[0] ?? this.ui.pages.slice(index).flatMap((page) => page.fields)[0]
    return this.#compile(visible, pointerTo('pages', index, 'visible'), first)
  }

  /** Whether a field shows: it may look back only. */
  visible(name: string): Expression | null {
    return this.#compile(this.ui.fields[name]?.visible, pointerTo('fields', name, 'visible'), name)
  }

  /** Whether a field must be answered: it may look anywhere. */
  required(name: string): Expression | null {
    return this.#compile(this.ui.fields[name]?.required, pointerTo('fields', name, 'required'))
  }

  rule(index: number): Expression | null {
    return this.#compile(this.ui.rules[index]?.holds, pointerTo('rules', index, 'holds'))
  }

  #compile(source: unknown, pointer: string, before?: string): Expression | null {
    if (typeof source !== 'string') return null
    const { file, types: variables } = this
    const compiled = compileExpression(source, { variables, expects: 'boolean', file, pointer })
    if (!compiled.ok) {
      this.diagnostics.push(...compiled.error)
      return null
    }
    const limit = this.#order.get(before ?? '') ?? Infinity
    const late = compiled.value.variables.filter((name) => (this.#order.get(name) ?? -1) >= limit)
    this.diagnostics.push(
      ...late.map((name) => problem('CONDITION_LOOKS_AHEAD', { file, pointer, params: { name } }))
    )
    return compiled.value
  }
}
