import { hasProblems, problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { type DatedValue, type FeeSchedule, type TownTables, withTown } from '#fees/index'
import { valueFault } from '#catalogue/domain/seams/kinds'
import { defaultsOf } from '#catalogue/domain/seams/town_names'
import type { Seam, TownValues } from '#catalogue/domain/seams/types'
import type { CompiledProcedure } from '#catalogue/domain/types'

const NO_FEES: FeeSchedule = {
  accrual: null,
  term: null,
  tables: {},
  steps: [],
  town: { types: {}, values: {} },
}

const byFirstDay = (a: DatedValue, b: DatedValue) => a.from.localeCompare(b.from)

/** Each of a town's single values is one that is left open, is what it should be, and begins once. */
function checkValues(seams: Seam[], own: Record<string, DatedValue[]>, file: string): Diagnostic[] {
  return Object.entries(own).flatMap(([id, dated]) => {
    const seam = seams.find((one) => one.id === id)
    const known = seams.map((one) => one.id).join(', ') || '-'
    if (!seam)
      return [
        problem('VALUE_NOT_OPEN', { file, pointer: pointerTo('values', id), params: { name: id, known } }),
      ]
    return dated.flatMap(({ from, value }, i) => {
      const pointer = pointerTo('values', id, i)
      const twice = dated.findIndex((one) => one.from === from) < i
      return [
        ...(twice ? [problem('VALUE_TWICE', { file, pointer: `${pointer}/from`, params: { from } })] : []),
        ...valueFault(seam, value, { file, pointer: `${pointer}/value` }),
      ]
    })
  })
}

/** The rates over the pack's, with the single values where fee schedules read them. */
function rates(
  { fees }: CompiledProcedure,
  tables: TownTables,
  values: Record<string, DatedValue[]>,
  file: string
): Result<FeeSchedule | null, Diagnostic[]> {
  if (!fees && Object.keys(tables).length === 0) return ok(null)
  const overlaid = withTown(fees ?? NO_FEES, tables, file)
  if (overlaid.ok) return ok({ ...overlaid.value, town: { ...overlaid.value.town, values } })
  return err(overlaid.error.map((one) => ({ ...one, pointer: `/tables${one.pointer}` })))
}

/**
 * A procedure as a town carries it: what the town has filled in over what the pack says, whatever was said last before
 * a day being what holds on it. Everything that can't be is told at its place.
 */
export function carry(
  published: CompiledProcedure,
  { tables = {}, values: own = {}, unit, body }: TownValues,
  { file = '', digest = null }: { file?: string; digest?: string | null } = {}
): Result<CompiledProcedure, Diagnostic[]> {
  const { seams, sheet } = published
  const values = defaultsOf(seams)
  for (const { id } of seams) values[id] = [...values[id]!, ...[...(own[id] ?? [])].sort(byFirstDay)]
  const fees = rates(published, tables, values, file)
  const diagnostics = [...checkValues(seams, own, file), ...(fees.ok ? [] : fees.error)]
  if (!fees.ok || hasProblems(diagnostics)) return err(diagnostics)
  const bound = { ...sheet, unit: unit ?? sheet.unit, body: body ?? sheet.body }
  return ok({ ...published, sheet: bound, fees: fees.value, values, valuesDigest: digest })
}
