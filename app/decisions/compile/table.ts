import type { CompiledInput, CompiledOutput, CompiledTable, Leaf, Shape } from '#decisions/compiled'
import type { Leaves } from '#decisions/compile/leaves'
import { type Reach, distinct, usable } from '#decisions/compile/names'
import { type Place, at, within } from '#decisions/compile/report'
import { ANY, type Types, entryOf, itemOf } from '#decisions/compile/types'
import type { Table, TableInput, TableOutput } from '#decisions/model'

const SEVERAL = /^(R|O|C)$/
const AGGREGATED = /^C./

/** Compiles the table of a decision whose value is of the shape `result`. */
export class TableCompiler {
  readonly #tests = new Map<string, Leaf>()

  constructor(
    private readonly leaves: Leaves,
    private readonly types: Types,
    private readonly reach: Reach,
    private readonly place: Place
  ) {}

  compile(table: Table, result: Shape): CompiledTable {
    const { hit } = table
    this.#judge(table)
    const one = SEVERAL.test(hit) ? itemOf(result) : hit === 'C#' ? ANY : result
    const inputs = table.inputs.map((input, index) => this.#input(input, index))
    const outputs = table.outputs.map((output, index) =>
      this.#output(output, index, table.outputs.length === 1 ? one : entryOf(one, output.name ?? ''))
    )
    if (/^[PO]$/.test(hit) && outputs.every(({ order }) => order === null))
      this.leaves.report.problem('TABLE_WITHOUT_ORDER', this.place, { hit })
    const rules = table.rules.map(({ id, when, then }, row) => ({
      id,
      when: inputs.map((input, column) => this.#test(when[column] ?? '-', input, row, column)),
      then: outputs.map(({ shape }, column) => {
        const place = at(within(this.place, 'rules', row, 'then', column), id)
        return this.leaves.leaf(then[column] ?? '', this.reach, place, { expects: shape.type })
      }),
    }))
    return { kind: 'table', hit, inputs, outputs, rules }
  }

  #judge({ hit, inputs, outputs, rules }: Table): void {
    const { report } = this.leaves
    if (outputs.length === 0) report.problem('TABLE_WITHOUT_OUTPUT', this.place)
    if (outputs.length > 1) {
      if (AGGREGATED.test(hit)) report.problem('TABLE_AGGREGATES_SEVERAL', this.place, { hit })
      const names = outputs.map(({ name = '' }) => name)
      names.forEach((name, index) => usable(name, within(this.place, 'outputs', index), report))
      distinct(names, this.place, report)
    }
    const odd = rules.findIndex(
      ({ when, then }) => when.length !== inputs.length || then.length !== outputs.length
    )
    if (odd >= 0) report.problem('RULE_CELLS', at(within(this.place, 'rules', odd), rules[odd]?.id ?? ''))
  }

  #input({ expression, label, type, values }: TableInput, index: number): CompiledInput {
    const place = within(this.place, 'inputs', index)
    const named = this.types.named(type, within(place, 'type'))
    const plain = Object.hasOwn(this.reach.variables, expression.trim())
      ? this.reach.variables[expression.trim()]
      : undefined
    const shape = named === ANY && plain ? { type: plain } : named
    const value = this.leaves.leaf(expression, this.reach, within(place, 'expression'), {
      expects: shape.type,
    })
    const allowed = values
      ? this.leaves.expression(values, this.#over(shape), within(place, 'values'), { tests: true })
      : null
    return { label: label ?? expression, value, shape, allowed }
  }

  #output(
    { name, type, values, default: otherwise }: TableOutput,
    index: number,
    result: Shape
  ): CompiledOutput {
    const place = within(this.place, 'outputs', index)
    const named = this.types.named(type, within(place, 'type'))
    const shape = named === ANY ? result : named
    const order = values ?? shape.allowed?.source
    return {
      name: name ?? '',
      shape,
      order: order
        ? this.leaves.expression(`[${order}]`, { variables: {}, functions: {} }, within(place, 'values'))
        : null,
      otherwise: otherwise
        ? this.leaves.expression(otherwise, this.reach, within(place, 'default'), { expects: shape.type })
        : null,
    }
  }

  /** Cells that say the same are compiled once. Null for what takes any value. */
  #test(source: string, { shape }: CompiledInput, row: number, column: number): Leaf | null {
    const text = source.trim()
    if (text === '' || text === '-') return null
    const key = `${column} ${text}`
    const known = this.#tests.get(key)
    if (known !== undefined) return known
    const test = this.leaves.leaf(text, this.#over(shape), within(this.place, 'rules', row, 'when', column), {
      tests: true,
    })
    this.#tests.set(key, test)
    return test
  }

  /** The names in reach of a test, with the value that it looks at. */
  #over({ type }: Shape): Reach {
    return { ...this.reach, variables: { ...this.reach.variables, '?': type } }
  }
}
