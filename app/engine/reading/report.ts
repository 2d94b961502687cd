import { type Diagnostic, problem, warning } from '#core/diagnostic'
import { type BpmnElement, is, isElement, local } from '#engine/reading/bpmn'
import { LONGEST_NAME, shortened, told } from '#engine/reading/shortened'
import { XmlPlaces } from '#engine/reading/xml_places'

type Params = Diagnostic['params']

// more would help nobody, and looking up the place of each would take its time in a hostile file
const MOST = 200

/** Gathers what is wrong with one file, each entry with the element, its place and its name. */
export class Report {
  readonly diagnostics: Diagnostic[] = []
  readonly #counts = { error: 0, warning: 0 }
  #places: XmlPlaces | undefined

  constructor(
    readonly file: string,
    readonly xml: string
  ) {}

  /** Where its elements stand in the file. */
  get places(): XmlPlaces {
    return (this.#places ??= new XmlPlaces(this.xml))
  }

  /** `at`: the offset of what is meant, where that isn't the element itself. */
  problem(code: string, element?: Named | null, params: Params = {}, at?: number): void {
    if (this.#room('error')) this.diagnostics.push(problem(code, this.#place(element, params, at)))
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

  /** Whether another problem would be left out: where it stands need not be found any more. */
  get full(): boolean {
    return this.#counts.error >= MOST
  }

  #room(severity: Diagnostic['severity']): boolean {
    const count = this.#counts[severity]
    this.#counts[severity] += 1
    return count < MOST
  }

  #place(
    element: Named | null | undefined,
    params: Params,
    at = this.#offsetOf(element)
  ): Pick<Diagnostic, 'file' | 'element' | 'line' | 'column' | 'params'> {
    const named = withId(element)
    const id = named?.id
    const name = named?.name || id || ''
    return {
      file: this.file,
      ...(id && { element: shortened(id) }),
      ...(this.xml !== '' && at !== undefined && this.places.placeOf(at)),
      params: { name: shortened(name, LONGEST_NAME), ...told(params) },
    }
  }

  /** One without an id is found by its tag, in the nearest around it that has one. */
  #offsetOf(element: Named | null | undefined): number | undefined {
    if (!element) return undefined
    if (element.id) return this.places.ofId(element.id)
    let near = element.$parent
    while (near && !near.id) near = near.$parent
    const around = near?.id ?? null
    const own = isElement(element) ? this.places.within(around, tagsOf(element)) : undefined
    return own ?? (around === null ? 0 : this.places.ofId(around))
  }
}

export type Named = Pick<BpmnElement, 'id' | 'name' | '$parent'>

/** The element itself, or the first around it that has an id and a shape of its own in the drawing. */
function withId(element?: Named | null): Named | undefined {
  if (!element) return undefined
  return element.id && !isInner(element) ? element : withId(element.$parent)
}

/** What an element is made of has an id at times, but nobody sees it. */
const isInner = (element: Named): boolean =>
  isElement(element) &&
  element.$parent?.$type !== 'bpmn:Definitions' &&
  ['bpmn:EventDefinition', 'bpmn:LoopCharacteristics', 'bpmn:Expression', 'bpmn:Documentation'].some((type) =>
    is(element, type)
  )

/** What the tag of an element can be: its type, or what it is in the element around it. */
function tagsOf(element: BpmnElement): string[] {
  const type = local(element.$type)
  const roles = Object.entries(element.$parent ?? {}).flatMap(([property, value]) =>
    value === element || (Array.isArray(value) && value.includes(element)) ? [property] : []
  )
  return [type.slice(0, 1).toLowerCase() + type.slice(1), type, ...roles]
}
