import { hasProblems, problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { checkTable } from '#fees/compile/tables'
import type { FeeSchedule, TableSource, Version } from '#fees/types'

/** What a town fills in: its own rates, by the name of a table that is a seam. */
export type TownTables = Record<string, Version[]>

/** The fee schedule with a town's own figures. What the pack does not leave open is refused. */
export function withTown(fees: FeeSchedule, own: TownTables, file = ''): Result<FeeSchedule, Diagnostic[]> {
  const diagnostics = Object.entries(own).flatMap(([name, versions]): Diagnostic[] => {
    const table = fees.tables[name]
    if (!table?.seam) {
      const seams = Object.keys(fees.tables).filter((one) => fees.tables[one]?.seam)
      const params = { name, seams: seams.join(', ') || '-' }
      return [problem('TABLE_NOT_OPEN', { file, pointer: pointerTo(name), params })]
    }
    const source: TableSource = {
      ...(table.by.length > 0 && { by: table.by.map(({ source: text }) => text) }),
      ...(table.of && { of: table.of.source }),
      mode: table.mode,
      versions,
    }
    return checkTable(source, file, [name])
  })
  if (hasProblems(diagnostics)) return err(diagnostics)
  const tables = { ...fees.tables }
  for (const [name, versions] of Object.entries(own)) tables[name] = { ...tables[name]!, versions }
  return ok({ ...fees, tables })
}
