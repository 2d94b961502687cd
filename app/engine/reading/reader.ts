import type { Diagnostic } from '#core/diagnostic'
import type { Expression, FeelType, TypeEnvironment } from '#engine/feel'
import { type BpmnElement, is, many, one, text } from '#engine/reading/bpmn'
import { compileExpected } from '#engine/reading/compile_expected'
import { foreignLanguage } from '#engine/reading/expression_language'
import { literalOf } from '#engine/reading/expression_text'
import type { Known } from '#engine/reading/known'
import { mappingElements, mappings } from '#engine/reading/mappings'
import type { Report } from '#engine/reading/report'
import type { Role } from '#engine/reading/roles'
import type { Mapping } from '#engine/runtime/values'

/** What one compilation knows around an element. */
export interface Surroundings {
  out: Report
  known: Known
  /** The names that expressions may use; undefined when nobody has said. */
  variables: TypeEnvironment | undefined
  /** The start events of each scope, by the subprocess's id (null at the top). */
  starts: Map<string | null, string[]>
  /** The elements that a flow leads to. */
  entered: ReadonlySet<string>
}

const MAPPINGS = [
  ['fin:Input', 'input'],
  ['fin:Output', 'output'],
] as const

/** Reads one element of the drawing for its kind, and reports what is wrong with it. */
export class Reader {
  readonly #asked = new Set<string>()

  constructor(
    readonly element: BpmnElement & { id: string },
    readonly parent: string | null,
    readonly role: Role | null,
    readonly around: Surroundings
  ) {}

  /** What its kind never asked for. */
  reportUnasked(): void {
    for (const [type, kind] of MAPPINGS)
      if (!this.#asked.has(type) && mappingElements(this.element, type).length > 0)
        this.problem('MAPPING_UNREAD', { kind })
  }

  problem(code: string, params: Diagnostic['params'] = {}): void {
    this.around.out.problem(code, this.element, params)
  }

  warning(code: string, params: Diagnostic['params'] = {}): void {
    this.around.out.warning(code, this.element, params)
  }

  report(found: readonly Diagnostic[]): void {
    this.around.out.take(found, this.element)
  }

  /** Whether the package has a form, an activity or a template of that name; true when nobody has said. */
  knows(what: 'forms' | 'activities' | 'templates' | 'processes', name: string): boolean {
    return this.around.known[what]?.includes(name) ?? true
  }

  text(attribute: string): string | null {
    return text(this.element, attribute)
  }

  reference(property: string): BpmnElement | null {
    return one(this.element, property)
  }

  get definition(): BpmnElement | null {
    return many(this.element, 'eventDefinitions')[0] ?? null
  }

  /** A yes that may stand on the event or on its definition. */
  flag(attribute: string): boolean {
    return this.element.get(attribute) === true || this.definition?.get(attribute) === true
  }

  /** The text inside a child element, as in `<timeDuration>3 months</timeDuration>`. */
  body(element: BpmnElement | null, property: string): string | null {
    const inner = one(element, property)
    const said = text(inner, 'body')
    const foreign = inner && said && foreignLanguage(inner)
    if (foreign) this.problem('REFUSED_PROPERTY', { property: foreign })
    return said
  }

  interrupts(): boolean {
    return this.element.get('cancelActivity') !== false
  }

  messageName(): string | null {
    return text(one(this.definition ?? this.element, 'messageRef'), 'name')
  }

  errorCode(): string | null {
    return text(one(this.definition, 'errorRef'), 'errorCode')
  }

  signalName(): string | null {
    return text(one(this.definition, 'signalRef'), 'name')
  }

  escalationCode(): string | null {
    return text(one(this.definition, 'escalationRef'), 'escalationCode')
  }

  linkName(): string | null {
    return text(this.definition, 'name')
  }

  /** What a compensation names as the one thing to be undone. */
  activityRef(): string | null {
    return one(this.definition, 'activityRef')?.id ?? null
  }

  /** A person does it, so a lane has to say with which role. */
  roleOfTask(): void {
    if (!this.role) this.problem('TASK_WITHOUT_ROLE')
    else if (this.role === 'system') this.problem('TASK_OF_SYSTEM')
  }

  inEventSubProcess(): boolean {
    return this.element.$parent?.get('triggeredByEvent') === true
  }

  /** What a person may begin in an ad-hoc subprocess: what no flow leads to, and sits on nothing. */
  choicesInside(): string[] {
    return many(this.element, 'flowElements').flatMap((inner) =>
      is(inner, 'bpmn:Activity') &&
      inner.id &&
      !this.around.entered.has(inner.id) &&
      inner.get('isForCompensation') !== true
        ? [inner.id]
        : []
    )
  }

  /** The start event inside a subprocess; whether there is exactly one is checked for every scope alike. */
  startInside(): string {
    return this.around.starts.get(this.element.id)?.[0] ?? ''
  }

  /** A FEEL expression, with or without `=` before it; null when it can't be compiled. */
  expression(
    source: string,
    { expects, over }: { expects?: FeelType | readonly FeelType[]; over?: TypeEnvironment } = {}
  ): Expression | null {
    const { variables, out } = this.around
    const compiled = compileExpected(source, [expects ?? []].flat(), {
      file: out.file,
      variables: variables && { ...variables, ...over },
    })
    if (compiled.ok) return compiled.value
    this.report(compiled.error)
    return null
  }

  /** The names of its inputs or outputs, whatever is wrong with what they say. */
  names(type: 'fin:Input' | 'fin:Output'): string[] {
    return mappingElements(this.element, type).flatMap((element) => text(element, 'name') ?? [])
  }

  /** `types`: what some of them have to be. */
  inputs(types?: TypeEnvironment): Mapping[] {
    this.#asked.add('fin:Input')
    const inputs = mappings(this, 'fin:Input', { types })
    for (const { name, source } of inputs) {
      const template = name === 'template' ? literalOf(source) : null
      if (template !== null && !this.knows('templates', template))
        this.problem('TEMPLATE_UNKNOWN', { template })
    }
    return inputs.map(({ name, value }) => ({ name, value }))
  }

  /** `result`: what the result is that they look at. */
  outputs(result: FeelType = 'any'): Mapping[] {
    this.#asked.add('fin:Output')
    return mappings(this, 'fin:Output', { result }).map(({ name, value }) => ({ name, value }))
  }
}
