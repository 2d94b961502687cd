import { problem, warning, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { Decimal } from '#expressions/index'
import { dayAfter } from '#deadlines/index'
import type { Bracket, TableSource, Version } from '#fees/types'

type Place = (...at: (string | number)[]) => { file: string; pointer: string }

/** What a table of this kind holds in each of its versions. */
const holdsOf = ({ by, of }: TableSource): 'rows' | 'brackets' | 'value' =>
  by ? 'rows' : of ? 'brackets' : 'value'

function contents(table: TableSource, version: Version, place: Place): Diagnostic[] {
  const wanted = holdsOf(table)
  const found = (['rows', 'brackets', 'value'] as const).filter((one) => version[one] !== undefined)
  if (found.length !== 1 || found[0] !== wanted)
    return [problem('TABLE_CONTENTS', { ...place(), params: { wanted, found: found.join(', ') || '-' } })]
  if (wanted === 'rows') return rows(table.by!.length, version.rows!, place)
  return wanted === 'brackets' ? brackets(table.mode ?? 'whole', version.brackets!, place) : []
}

function rows(columns: number, all: NonNullable<Version['rows']>, place: Place): Diagnostic[] {
  const seen = new Set<string>()
  return all.flatMap(({ when }, i) => {
    const at = place('rows', i, 'when')
    if (when.length !== columns)
      return [problem('ROW_WIDTH', { ...at, params: { columns, found: when.length } })]
    const key = JSON.stringify(when)
    if (seen.has(key)) return [problem('ROW_REPEATED', { ...at, params: { when: when.join(', ') } })]
    seen.add(key)
    return []
  })
}

const limitOf = ({ upTo, below }: Bracket) => upTo ?? below

function brackets(mode: 'whole' | 'marginal', all: Bracket[], place: Place): Diagnostic[] {
  return all.flatMap((bracket, i) => {
    const at = place('brackets', i)
    const limit = limitOf(bracket)
    const last = i === all.length - 1
    if (last !== (limit === undefined)) return [problem(last ? 'BRACKET_CLOSED' : 'BRACKET_OPEN', at)]
    if (bracket.below !== undefined && (bracket.upTo !== undefined || mode === 'marginal'))
      return [problem('BRACKET_LIMIT', at)]
    const before = i > 0 ? limitOf(all[i - 1]!) : undefined
    if (limit !== undefined && before !== undefined && !new Decimal(limit).greaterThan(before))
      return [problem('BRACKET_ORDER', { ...at, params: { limit, before } })]
    return []
  })
}

/** Rates follow each other: an overlap would let two apply, a gap leaves days without any. */
function succession(versions: Version[], place: Place): Diagnostic[] {
  const sorted = versions
    .map((version, index) => ({ ...version, index }))
    .sort((a, b) => a.from.localeCompare(b.from))
  return sorted.flatMap(({ from, to, index }, i) => {
    const at = place(index)
    const params = { from, to: to ?? '' }
    if (to && to < from) return [problem('VERSION_BACKWARDS', { ...at, params })]
    const next = sorted[i + 1]
    if (!next) return []
    if (!to || next.from <= to)
      return [problem('VERSION_OVERLAP', { ...at, params: { from, next: next.from } })]
    return next.from > dayAfter(to)
      ? [warning('VERSION_GAP', { ...at, params: { to, next: next.from } })]
      : []
  })
}

/** What is wrong with the figures of a table, wherever they come from: the pack, or a town. `at`: its versions. */
export const checkTable = (table: TableSource, file: string, at: (string | number)[]): Diagnostic[] => {
  const place: Place = (...more) => ({ file, pointer: pointerTo(...at, ...more) })
  return [
    ...succession(table.versions, place),
    ...table.versions.flatMap((version, i) => contents(table, version, (...more) => place(i, ...more))),
  ]
}
