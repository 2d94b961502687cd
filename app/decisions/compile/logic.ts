import type { CompiledLogic, CompiledParameter, Shape } from '#decisions/compiled'
import type { Leaves } from '#decisions/compile/leaves'
import { type Reach, distinct, reaching, usable } from '#decisions/compile/names'
import { type Place, within } from '#decisions/compile/report'
import { Tables } from '#decisions/compile/tables'
import { ANY, type Types, entryOf, itemOf } from '#decisions/compile/types'
import { LIMITS } from '#decisions/limits'
import type { ContextEntry, Logic, Parameter } from '#decisions/model'
import type { FunctionType } from '#expressions/index'

const NOTHING: CompiledLogic = { kind: 'literal', leaf: { unread: '' } }
const BOOLEAN: Shape = { type: 'boolean' }

/** Compiles the boxed expressions of a model, each over the names in its reach and towards the shape it should have. */
export class LogicCompiler {
  #boxes = 0

  readonly #tables: Tables

  constructor(
    private readonly leaves: Leaves,
    private readonly types: Types
  ) {
    this.#tables = new Tables(leaves, types)
  }

  compile(logic: Logic, shape: Shape, reach: Reach, place: Place, depth = 0): CompiledLogic {
    const { report } = this.leaves
    if (depth > LIMITS.depth) {
      report.problem('DECISION_TOO_DEEP', place, { most: LIMITS.depth })
      return NOTHING
    }
    if (++this.#boxes > LIMITS.boxes) {
      if (this.#boxes === LIMITS.boxes + 1)
        report.problem('DECISION_TOO_LARGE', place, { most: LIMITS.boxes })
      return NOTHING
    }
    const named = this.types.named(logic.type, within(place, 'type'))
    const wanted = named === ANY ? shape : named
    const inner = (part: Logic, key: string, towards = ANY, over = reach) =>
      this.compile(part, towards, over, within(place, key), depth + 1)

    if ('literal' in logic) return this.#literal(logic.literal, wanted, reach, within(place, 'literal'))
    if ('table' in logic)
      return this.#tables.compile(logic.table, wanted, reach, within(place, 'table')) ?? NOTHING
    if ('context' in logic)
      return this.#context(logic.context, wanted, reach, within(place, 'context'), depth)
    if ('invoke' in logic) return this.#invoke(logic, reach, place, depth)
    if ('body' in logic) {
      const parameters = this.parameters(logic.parameters, place)
      return { kind: 'function', parameters, body: inner(logic.body, 'body', ANY, over(reach, parameters)) }
    }
    if ('list' in logic) {
      const items = logic.list.map((item, index) => inner(item, `list/${index}`, itemOf(wanted)))
      return { kind: 'list', items }
    }
    if ('rows' in logic) {
      const columns = this.parameters(logic.columns, within(place, 'columns'))
      const rows = logic.rows.map((row, index) =>
        columns.map(({ shape: cell }, column) => {
          const part = row[column]
          return part ? inner(part, `rows/${index}/${column}`, cell) : NOTHING
        })
      )
      return { kind: 'relation', columns, rows }
    }
    if ('if' in logic) {
      const [condition, yes, no] = [
        inner(logic.if, 'if', BOOLEAN),
        inner(logic.then, 'then', wanted),
        inner(logic.else, 'else', wanted),
      ]
      return { kind: 'if', condition, yes, no }
    }
    if ('filter' in logic) {
      const item = itemOf(wanted)
      const each = reaching(reach, { item: item.type, ...entriesOf(item) })
      const open = Object.keys(entriesOf(item)).length === 0
      return {
        kind: 'filter',
        of: inner(logic.filter, 'filter', wanted),
        match: inner(logic.match, 'match', ANY, open ? { ...each, open } : each),
      }
    }
    const op = 'for' in logic ? 'for' : 'some' in logic ? 'some' : 'every'
    const name = 'for' in logic ? logic.for : 'some' in logic ? logic.some : logic.every
    usable(name, within(place, op), report)
    const each = reaching(reach, { [name]: 'any', ...(op === 'for' && { partial: { list: 'any' } }) })
    const body =
      'return' in logic
        ? inner(logic.return, 'return', itemOf(wanted), each)
        : inner(logic.satisfies, 'satisfies', BOOLEAN, each)
    return { kind: 'loop', op, name, of: inner(logic.in, 'in'), body }
  }

  parameters(parameters: readonly Parameter[], place: Place): CompiledParameter[] {
    const { report } = this.leaves
    parameters.forEach(({ name }, index) => usable(name, within(place, index), report))
    distinct(
      parameters.map(({ name }) => name),
      place,
      report
    )
    return parameters.map(({ name, type }, index) => ({
      name,
      shape: this.types.named(type, within(place, index)),
    }))
  }

  #literal(source: string, shape: Shape, reach: Reach, place: Place): CompiledLogic {
    return { kind: 'literal', leaf: this.leaves.leaf(source, reach, place, { expects: shape.type }) }
  }

  #context(
    entries: readonly ContextEntry[],
    shape: Shape,
    reach: Reach,
    place: Place,
    depth: number
  ): CompiledLogic {
    let inside = reach
    const { report } = this.leaves
    distinct(
      entries.flatMap(({ name }) => name ?? []),
      place,
      report
    )
    const compiled = entries.map(({ name, type, value }, index) => {
      const here = within(place, index)
      if (name !== undefined) usable(name, here, report)
      const named = this.types.named(type ?? value.type, within(here, 'type'))
      const wanted = named !== ANY ? named : name === undefined ? shape : entryOf(shape, name)
      const part = this.compile(value, wanted, inside, within(here, 'value'), depth + 1)
      if (name !== undefined)
        inside =
          part.kind === 'function'
            ? reaching(inside, {}, { [name]: calledAs(part.parameters, ANY) })
            : reaching(inside, { [name]: wanted.type })
      return { name: name ?? null, shape: wanted, value: part }
    })
    if (compiled.slice(0, -1).some(({ name }) => name === null)) report.problem('CONTEXT_RESULT', place)
    return { kind: 'context', entries: compiled }
  }

  #invoke(
    logic: Extract<Logic, { invoke: unknown }>,
    reach: Reach,
    place: Place,
    depth: number
  ): CompiledLogic {
    const { report } = this.leaves
    const name = logic.invoke.trim()
    const called = Object.hasOwn(reach.functions, name) ? reach.functions[name] : undefined
    if (!called) report[this.leaves.foreign ? 'warning' : 'problem']('INVOKED_UNKNOWN', place, { name })
    const args = logic.with.map(({ name: parameter, value }, index) => {
      const taken = called?.parameters.find((one) => one.name === parameter)
      if (called && !taken)
        report[this.leaves.foreign ? 'warning' : 'problem']('BINDING_UNKNOWN', within(place, 'with', index), {
          name,
          parameter,
        })
      const shape: Shape = { type: taken?.type ?? 'any' }
      return {
        name: parameter,
        value: this.compile(value, shape, reach, within(place, 'with', index, 'value'), depth + 1),
      }
    })
    return { kind: 'invoke', function: name, args }
  }
}

export const calledAs = (parameters: readonly CompiledParameter[], { type }: Shape): FunctionType => ({
  parameters: parameters.map(({ name, shape }) => ({ name, type: shape.type })),
  returns: type,
})

export const over = (reach: Reach, parameters: readonly CompiledParameter[]): Reach =>
  reaching(reach, Object.fromEntries(parameters.map(({ name, shape }) => [name, shape.type])))

const entriesOf = ({ type }: Shape) => (typeof type === 'object' && 'context' in type ? type.context : {})
