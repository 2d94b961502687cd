import { problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { Decimal } from '#expressions/index'
import { versionOn } from '#fees/assess/look_up'
import type { CompiledTable, TableSource, Version } from '#fees/types'

const DECIMAL = /^-?[0-9]/

/** The figures of a version, with their places; `when` is what a row fits. */
const figuresOf = ({ value, rows = [], brackets = [] }: Version) => [
  ...(value === undefined ? [] : [{ value, at: ['value'], when: null }]),
  ...rows.map((row, i) => ({ value: row.value, at: ['rows', i, 'value'], when: row.when })),
  ...brackets.map((bracket, i) => ({ value: bracket.value, at: ['brackets', i, 'value'], when: null })),
]

/**
 * What a bound comes to for a row. A row that fits anything has none in a table of several: there the schedule itself
 * holds each figure against the law's.
 */
function limitOf(
  bound: string,
  tables: Record<string, TableSource>,
  day: string,
  when: (string | null)[] | null
) {
  if (DECIMAL.test(bound)) return bound
  const version = versionOn(tables[bound]?.versions ?? [], day)
  if (!version || !when) return version?.value ?? null
  const row = version.rows?.find((one) => one.when.every((cell, i) => cell === null || cell === when[i]))
  return row?.value ?? version.value ?? null
}

const sameKeys = (table: TableSource, other: TableSource | undefined) =>
  other !== undefined && (!other.by || JSON.stringify(other.by) === JSON.stringify(table.by)) && !other.of

/** Figures stay between what the law lets a town say: a decimal, or another table's figure for the same keys. */
export function checkBounds(
  table: TableSource,
  tables: Record<string, TableSource>,
  /** `at`: the table; `versions`: its versions. */
  { file, at, versions }: Record<'at' | 'versions', (string | number)[]> & { file: string }
): Diagnostic[] {
  return (['minimum', 'maximum'] as const).flatMap((side) => {
    const bound = table[side]
    if (bound === undefined) return []
    if (!DECIMAL.test(bound) && !sameKeys(table, tables[bound]))
      return [problem('BOUND_UNKNOWN', { file, pointer: pointerTo(...at, side), params: { name: bound } })]
    return table.versions.flatMap((version, i) =>
      figuresOf(version).flatMap((figure) => {
        const limit = limitOf(bound, tables, version.from, figure.when)
        if (limit === null) return []
        const value = new Decimal(figure.value)
        if (side === 'minimum' ? value.greaterThanOrEqualTo(limit) : value.lessThanOrEqualTo(limit)) return []
        const pointer = pointerTo(...versions, i, ...figure.at)
        const params = { value: figure.value, limit, from: version.from }
        return [problem(side === 'minimum' ? 'RATE_TOO_LOW' : 'RATE_TOO_HIGH', { file, pointer, params })]
      })
    )
  })
}

/** Whether figures never hold: all are above whatever the table that bounds them says, so that its own hold instead. */
export function givesWay(
  { maximum }: Pick<CompiledTable, 'maximum'>,
  version: Version,
  tables: Record<string, Pick<CompiledTable, 'versions'>>
): boolean {
  const bounds = (tables[maximum ?? '']?.versions ?? []).flatMap(figuresOf)
  if (bounds.length === 0) return false
  const highest = Decimal.max(...bounds.map(({ value }) => value))
  return figuresOf(version).every(({ value }) => highest.lessThan(value))
}
