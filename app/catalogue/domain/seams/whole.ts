import { canonical } from '#core/canonical_json'
import { problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { keysOf } from '#catalogue/domain/keys'
import type { CompiledProcedure } from '#catalogue/domain/types'
import { decimalsOf, type TownTables, type Version } from '#fees/index'

type Key = string | null

/** As many rows as anybody would write; beyond, they are not told one by one. */
const MOST = 12

/** Every combination of the keys that can be asked for; null where any could be. */
export const combinations = (columns: string[][]): Key[][] =>
  columns.reduce<Key[][]>(
    (rows, keys) => rows.flatMap((row) => (keys.length > 0 ? keys : [null]).map((key) => [...row, key])),
    [[]]
  )

/** What a version of a table says nothing for, though it can be asked. */
export function gapsOf(procedure: CompiledProcedure, name: string, { rows }: Version): Key[][] {
  if (!rows) return []
  return combinations(keysOf(procedure, name)).filter(
    (keys) => !rows.some(({ when }) => when.every((cell, i) => cell === null || cell === keys[i]))
  )
}

function checkVersion(
  procedure: CompiledProcedure,
  name: string,
  version: Version,
  place: (...more: (string | number)[]) => { file: string; pointer: string }
): Diagnostic[] {
  const decimals = decimalsOf(procedure.fees!.tables[name]!)
  const long = (value = '') => (value.split('.')[1] ?? '').length > decimals
  const fine = ({ value }: { value?: string }, ...at: (string | number)[]) =>
    long(value) ? [problem('VALUE_DECIMALS', { ...place(...at), params: { value: value!, decimals } })] : []
  const keys = keysOf(procedure, name)
  const unknown = (version.rows ?? []).flatMap(({ when }, i) =>
    when.flatMap((cell, column) => {
      const known = keys[column] ?? []
      if (cell === null || known.length === 0 || known.includes(cell)) return []
      const params = { key: cell, known: known.join(', ') }
      return [problem('KEY_UNKNOWN', { ...place('rows', i, 'when', column), params })]
    })
  )
  const gaps = gapsOf(procedure, name, version).map((one) => one.map((key) => key ?? '').join(', '))
  const told = [...gaps.slice(0, MOST), ...(gaps.length > MOST ? ['…'] : [])].join('; ')
  return [
    ...unknown,
    ...(gaps.length > 0 ? [problem('ROWS_MISSING', { ...place('rows'), params: { rows: told } })] : []),
    ...fine(version, 'value'),
    ...(version.rows ?? []).flatMap((row, i) => fine(row, 'rows', i, 'value')),
    ...(version.brackets ?? []).flatMap((one, i) => fine(one, 'brackets', i, 'value')),
  ]
}

/**
 * What a town says anew of its tables is whole: a figure for all that can be asked, by keys that can be, as fine as
 * money is. What stood before is left to `missingOn`.
 */
export const checkWhole = (
  procedure: CompiledProcedure,
  tables: TownTables = {},
  standing: TownTables = {},
  file = ''
): Diagnostic[] =>
  Object.entries(tables).flatMap(([name, versions]) => {
    const stood = new Set((standing[name] ?? []).map((one) => canonical(one as never)))
    return versions.flatMap((version, i) =>
      stood.has(canonical(version as never))
        ? []
        : checkVersion(procedure, name, version, (...more) => ({
            file,
            pointer: pointerTo('tables', name, i, ...more),
          }))
    )
  })
