import type { CompiledTable, Shape } from '#decisions/compiled'
import { TableCheck } from '#decisions/check/table'
import type { Leaves } from '#decisions/compile/leaves'
import { type Reach, distinct } from '#decisions/compile/names'
import type { Place } from '#decisions/compile/report'
import { TableCompiler } from '#decisions/compile/table'
import type { Types } from '#decisions/compile/types'
import { LIMITS } from '#decisions/limits'
import type { Table } from '#decisions/model'

/** The tables of one model: how large they are together, and their rules, which a trace names by their ids. */
export class Tables {
  #cells = 0
  readonly #rules = new Set<string>()
  readonly #check: TableCheck

  constructor(
    private readonly leaves: Leaves,
    private readonly types: Types
  ) {
    this.#check = new TableCheck(leaves.report)
  }

  /** A table towards the shape of its decision; null when it is too large. What is sound is looked through. */
  compile(table: Table, shape: Shape, reach: Reach, place: Place): CompiledTable | null {
    const { report } = this.leaves
    const columns = table.inputs.length + table.outputs.length
    this.#cells += table.rules.length * columns
    if (table.rules.length > LIMITS.rules || columns > LIMITS.columns || this.#cells > LIMITS.cells) {
      report.problem('TABLE_TOO_LARGE', place, { rules: LIMITS.rules, cells: LIMITS.cells })
      return null
    }
    distinct(
      table.rules.map(({ id }) => id),
      place,
      report,
      this.#rules
    )
    const before = report.diagnostics.length
    const compiled = new TableCompiler(this.leaves, this.types, reach, place).compile(table, shape)
    if (report.diagnostics.length === before) this.#check.check(compiled, table, place)
    return compiled
  }
}
