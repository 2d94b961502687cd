import { type Column, type Taken, columnsOf } from '#decisions/check/boxes'
import { Effort } from '#decisions/check/effort'
import { gapsIn } from '#decisions/check/gaps'
import { overlapsOf } from '#decisions/check/overlaps'
import { type Place, type Report, at, within } from '#decisions/compile/report'
import type { CompiledTable } from '#decisions/compiled'
import { NEEDS_A_RULE } from '#decisions/decide/hit_policies'
import type { Table } from '#decisions/model'
import { type FeelValue, toJson } from '#expressions/index'

/** What the author of a table should look at: rules that overlap or never decide, gaps, inputs without a use. */
export class TableCheck {
  readonly #effort = new Effort()

  constructor(private readonly report: Report) {}

  check(compiled: CompiledTable, table: Table, place: Place): void {
    const columns = columnsOf(compiled, this.#effort)
    if (columns) this.#look(columns, compiled, table, place)
    if (this.#effort.spent) this.report.warning('TABLE_NOT_CHECKED', place)
  }

  #look(columns: Column[], { rules, inputs, outputs }: CompiledTable, table: Table, place: Place): void {
    const id = (index: number): string => rules[index]?.id ?? ''
    const rule = (index: number): Place => at(within(place, 'rules', index), id(index))
    inputs.forEach(({ label }, index) => {
      if (rules.length > 0 && rules.every(({ when }) => (when[index] ?? null) === null))
        this.report.warning('TABLE_INPUT_UNUSED', within(place, 'inputs', index), { input: label })
    })
    const alive = rules.flatMap((_, index) => {
      const never = columns.find(({ taken }) => taken[index] && !taken[index].includes(1))
      if (!never) return [index]
      this.report.warning('RULE_NEVER_TAKEN', rule(index), { rule: id(index), input: never.label })
      return []
    })
    if (table.hit === 'U' || table.hit === 'A')
      for (const { one, other, sample } of overlapsOf(columns, alive, this.#effort)) {
        if (table.hit === 'A' && alike(table, one, other)) continue
        const params = { rule: id(other), other: id(one), example: told(columns, sample) }
        this.report.warning(table.hit === 'A' ? 'RULES_DISAGREE' : 'RULES_OVERLAP', rule(other), params)
      }
    if (table.hit === 'F')
      for (const index of alive)
        if (this.#hidden(columns, alive, index))
          this.report.warning('RULE_HIDDEN', rule(index), { rule: id(index) })
    const otherwise = outputs.some((output) => output.otherwise !== null)
    if (!NEEDS_A_RULE.test(table.hit) || otherwise) return
    for (const gap of gapsIn(columns, alive, { may: true, effort: this.#effort }) ?? [])
      this.report.warning('TABLE_GAP', place, { example: told(columns, gap) })
  }

  /** Whether those before it take all that a rule takes. */
  #hidden(columns: readonly Column[], alive: readonly number[], rule: number): boolean {
    const over = columns.map(({ taken }) => taken[rule] ?? null)
    const before = alive.filter((index) => index < rule)
    if (before.length === 0 || over.includes(null)) return false
    return gapsIn(columns, before, { may: false, over: over as Taken[], effort: this.#effort })?.length === 0
  }
}

/** Whether two rules say the same, word by word. */
const alike = ({ rules }: Table, one: number, other: number): boolean =>
  JSON.stringify(rules[one]?.then) === JSON.stringify(rules[other]?.then)

const told = (columns: readonly Column[], sample: readonly FeelValue[]): string =>
  columns.map(({ label }, index) => `${label} = ${written(sample[index] ?? null)}`).join(', ')

/** As it is written in a cell. */
const written = (value: FeelValue): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(toJson(value))
