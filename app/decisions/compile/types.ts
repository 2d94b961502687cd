import type { Shape } from '#decisions/compiled'
import type { Leaves } from '#decisions/compile/leaves'
import { type Place, within } from '#decisions/compile/report'
import { LIMITS } from '#decisions/limits'
import type { TypeDefinition } from '#decisions/model'
import { type FeelType, parseType } from '#expressions/index'

export const ANY: Shape = { type: 'any' }

/** Other names that DMN has had for the types of FEEL. */
const OTHER_NAMES: Record<string, FeelType> = {
  dateTime: 'date and time',
  dayTimeDuration: 'days and time duration',
  yearMonthDuration: 'years and months duration',
}

/** The types that a model may name: its own, and those of FEEL. */
export class Types {
  readonly #known = new Map<string, Shape>()
  readonly #open = new Set<string>()
  readonly #definitions: Map<string, { definition: TypeDefinition; place: Place }>

  constructor(
    definitions: readonly TypeDefinition[],
    private readonly leaves: Leaves
  ) {
    this.#definitions = new Map(
      definitions.map((definition, index) => [
        definition.name,
        { definition, place: within({ pointer: '/types' }, index) },
      ])
    )
    for (const name of this.#definitions.keys()) this.named(name, { pointer: '/types' })
  }

  /** What a name stands for; anything, where none is given. */
  named(given: string | undefined, place: Place): Shape {
    // `feel:string`: older files name the namespace of a type before it
    const name = given?.trim().replace(/^[A-Za-z][\w.-]*:(?=\S)/, '')
    if (!name) return ANY
    const known = this.#known.get(name)
    if (known) return known
    const own = this.#definitions.get(name)
    if (own) return this.#define(name, own.definition, own.place)
    const type = OTHER_NAMES[name] ?? parseType(name)
    if (type !== null && type !== undefined) return { type }
    this.leaves.report.problem('DECISION_TYPE_UNKNOWN', place, { type: name })
    return ANY
  }

  #define(name: string, definition: TypeDefinition, place: Place): Shape {
    if (this.#open.has(name) || this.#open.size > LIMITS.depth) {
      this.leaves.report.problem('DECISION_TYPE_CIRCULAR', place, { type: name })
      return ANY
    }
    this.#open.add(name)
    const shape = this.#shape(definition, place, 0)
    this.#open.delete(name)
    if (sizeOf(shape) > LIMITS.entries) {
      this.leaves.report.problem('DECISION_TOO_LARGE', place, { most: LIMITS.entries })
      this.#known.set(name, ANY)
      return ANY
    }
    this.#known.set(name, shape)
    return shape
  }

  #shape(definition: TypeDefinition, place: Place, depth: number): Shape {
    const { type, allowed, collection, components } = definition
    if (depth > LIMITS.depth) {
      this.leaves.report.problem('DECISION_TOO_DEEP', place, { most: LIMITS.depth })
      return ANY
    }
    const base = components
      ? this.#context(components, place, depth)
      : this.named(type, within(place, 'type'))
    const item = allowed ? this.#restricted(base, allowed, within(place, 'allowed')) : base
    return collection ? listOf(item) : item
  }

  #context(components: TypeDefinition[], place: Place, depth: number): Shape {
    const entries: Record<string, Shape> = Object.create(null)
    components.forEach((component, index) => {
      entries[component.name] = this.#shape(component, within(place, 'components', index), depth + 1)
    })
    const types = Object.fromEntries(Object.entries(entries).map(([name, { type }]) => [name, type]))
    return { type: { context: types }, entries: { ...entries } }
  }

  #restricted(base: Shape, allowed: string, place: Place): Shape {
    // what is allowed of a list is said of its items
    if (base.items) return { ...base, items: this.#restricted(base.items, allowed, place) }
    const reach = { variables: { '?': base.type }, functions: {} }
    const tests = this.leaves.expression(allowed, reach, place, { tests: true })
    return tests ? { ...base, allowed: tests } : base
  }
}

/** How many entries a value of a shape may have, all told: types that use types grow with each step. */
const sizeOf = ({ items, entries }: Shape): number =>
  1 +
  (items ? sizeOf(items) : 0) +
  Object.values(entries ?? {}).reduce((sum, entry) => sum + sizeOf(entry), 0)

export const listOf = (items: Shape): Shape => ({ type: { list: items.type }, items })

/** What the items of a list are; anything, when it is no list. */
export const itemOf = ({ type, items }: Shape): Shape =>
  items ?? (typeof type === 'object' && 'list' in type ? { type: type.list } : ANY)

export const entryOf = ({ type, entries }: Shape, name: string): Shape => {
  if (entries && Object.hasOwn(entries, name)) return entries[name] as Shape
  if (typeof type !== 'object' || !('context' in type) || !Object.hasOwn(type.context, name)) return ANY
  return { type: type.context[name] as FeelType }
}
