import { type Diagnostic, problem, warning } from '#core/diagnostic'
import type { BpmnElement } from '#engine/reading/bpmn'

type Params = Diagnostic['params']

// more would help nobody, and looking up the line of each would take its time in a hostile file
const MOST = 200

/** Gathers what is wrong with one file, each entry with the element, its line and its name. */
export class Report {
  readonly diagnostics: Diagnostic[] = []
  readonly #counts = { error: 0, warning: 0 }

  constructor(
    readonly file: string,
    readonly xml: string
  ) {}

  problem(code: string, element?: Named | null, params: Params = {}): void {
    if (this.#room('error')) this.diagnostics.push(problem(code, this.#place(element, params)))
  }

  warning(code: string, element?: Named | null, params: Params = {}): void {
    if (this.#room('warning')) this.diagnostics.push(warning(code, this.#place(element, params)))
  }

  /** Takes over what a lower room has found in an element: an expression, a term. */
  take(found: readonly Diagnostic[], element: Named): void {
    for (const diagnostic of found) {
      if (!this.#room(diagnostic.severity)) return
      const { line: _, column: __, ...rest } = diagnostic
      const place = this.#place(element, diagnostic.params)
      this.diagnostics.push({ ...rest, ...place })
    }
  }

  #room(severity: Diagnostic['severity']): boolean {
    const count = this.#counts[severity]
    this.#counts[severity] += 1
    return count < MOST
  }

  #place(
    element: Named | null | undefined,
    params: Params
  ): Pick<Diagnostic, 'file' | 'element' | 'line' | 'params'> {
    const id = element?.id
    const line = id ? lineOf(this.xml, id) : undefined
    const name = element?.name || id || ''
    return { file: this.file, ...(id && { element: id }), ...(line && { line }), params: { name, ...params } }
  }
}

export type Named = Pick<BpmnElement, 'id' | 'name'>

function lineOf(xml: string, id: string): number | undefined {
  const at = [` id="${id}"`, ` id='${id}'`].map((text) => xml.indexOf(text)).find((index) => index >= 0)
  return at === undefined ? undefined : xml.slice(0, at).split('\n').length
}
