import { type Diagnostic, problem, warning } from '#core/diagnostic'
import { type DmnElement, text } from '#decisions/dmn/element'
import { LIMITS } from '#decisions/limits'

const FEEL = /^(?:feel|https?:\/\/www\.omg\.org\/spec\/(?:DMN\/\d+\/)?FEEL\/.*)$/i

interface Placed {
  id?: string
  $parent?: Placed
}

/** One DMN file while it is read: what is wrong with it, with the element and its line. */
export class Reading {
  readonly diagnostics: Diagnostic[] = []

  constructor(
    readonly file: string,
    readonly xml: string
  ) {}

  #rules = 0

  /** The id of a rule that has none: one that no other has. */
  ruleId(): string {
    let id = ''
    do id = `rule_${++this.#rules}`
    while (this.xml.includes(`"${id}"`))
    return id
  }

  problem(code: string, element?: Placed | null, params: Diagnostic['params'] = {}): void {
    if (this.diagnostics.length < LIMITS.diagnostics)
      this.diagnostics.push(problem(code, { file: this.file, ...placeOf(this.xml, idOf(element)), params }))
  }

  warning(code: string, element?: Placed | null, params: Diagnostic['params'] = {}): void {
    if (this.diagnostics.length < LIMITS.diagnostics)
      this.diagnostics.push(warning(code, { file: this.file, ...placeOf(this.xml, idOf(element)), params }))
  }

  /** The text of an expression or of unary tests, which must be FEEL. */
  literal(element: DmnElement | null): string | undefined {
    const language = text(element, 'expressionLanguage')
    if (language && !FEEL.test(language)) this.problem('DMN_LANGUAGE', element, { language })
    if (element?.get('importedValues')) this.problem('DMN_IMPORT', element, { name: 'importedValues' })
    return text(element, 'text')
  }
}

/** The id of the element, or of the first around it that has one. */
function idOf(element?: Placed | null): string | undefined {
  return !element || element.id ? element?.id : idOf(element.$parent)
}

/** An element of a file of XML, with its line. */
export function placeOf(xml: string, id: string | undefined): Pick<Diagnostic, 'element' | 'line'> {
  if (!id) return {}
  const at = [` id="${id}"`, ` id='${id}'`].map((each) => xml.indexOf(each)).find((index) => index >= 0)
  return { element: id, ...(at !== undefined && { line: xml.slice(0, at).split('\n').length }) }
}
