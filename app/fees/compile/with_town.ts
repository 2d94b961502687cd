import { hasProblems, problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { checkBounds } from '#fees/compile/bounds'
import { overlaid, succeeding } from '#fees/compile/succession'
import { checkTable } from '#fees/compile/tables'
import type { CompiledTable, FeeSchedule, TableSource, Version } from '#fees/types'

/** What a town fills in: its own rates, by the name of a table that is a seam. A rate holds until the next begins. */
export type TownTables = Record<string, Version[]>

const sourceOf = (table: CompiledTable, versions: Version[]): TableSource => ({
  ...(table.by.length > 0 && { by: table.by.map(({ source }) => source) }),
  ...(table.of && { of: table.of.source }),
  ...(table.minimum !== null && { minimum: table.minimum }),
  ...(table.maximum !== null && { maximum: table.maximum }),
  mode: table.mode,
  versions,
})

/**
 * The fee schedule with a town's own figures over the pack's: on days for which a town has said nothing, the pack's
 * hold. What the pack does not leave open is refused.
 */
export function withTown(fees: FeeSchedule, own: TownTables, file = ''): Result<FeeSchedule, Diagnostic[]> {
  const all = Object.fromEntries(
    Object.entries(fees.tables).map(([name, table]) => [name, sourceOf(table, table.versions)])
  )
  const diagnostics = Object.entries(own).flatMap(([name, versions]): Diagnostic[] => {
    const table = fees.tables[name]
    if (!table?.seam) {
      const seams = Object.keys(fees.tables).filter((one) => fees.tables[one]?.seam)
      const params = { name, seams: seams.join(', ') || '-' }
      return [problem('TABLE_NOT_OPEN', { file, pointer: pointerTo(name), params })]
    }
    const source = sourceOf(table, succeeding(versions))
    return [
      ...checkTable(source, file, [name]),
      ...checkBounds(source, all, { file, at: [name], versions: [name] }),
    ]
  })
  if (hasProblems(diagnostics)) return err(diagnostics)
  const tables = { ...fees.tables }
  for (const [name, versions] of Object.entries(own)) {
    const table = tables[name]!
    tables[name] = { ...table, versions: overlaid(table.versions, succeeding(versions)) }
  }
  return ok({ ...fees, tables })
}
