import { comparedIn } from '#decisions/check/constants'
import type { Effort } from '#decisions/check/effort'
import { passes, slotsOf } from '#decisions/check/slots'
import { type CompiledInput, type CompiledRule, type CompiledTable, isUnread } from '#decisions/compiled'
import type { Expression, FeelValue } from '#expressions/index'

/** Which samples of an input a cell takes: one for each that it does. */
export type Taken = Uint8Array

/** One column of a table: the samples of its input, and which of them each rule takes; null where nobody knows. */
export interface Column {
  label: string
  samples: FeelValue[]
  taken: (Taken | null)[]
}

/** To evaluate a cell costs as much as so many comparisons, and more where it is long. */
const costOf = ({ source }: Expression): number => Math.max(10, source.length >> 2)

/** A table seen as boxes: a rule takes some samples of each input. Null when that would take too long. */
export function columnsOf({ inputs, rules }: CompiledTable, effort: Effort): Column[] | null {
  const columns: Column[] = []
  for (const [index, input] of inputs.entries()) {
    const cells = rules.map(({ when }) => when[index] ?? null)
    const column = columnOf(input, cells, effort)
    if (!column) return null
    columns.push(column)
  }
  return columns
}

function columnOf(
  { label, shape, allowed }: CompiledInput,
  cells: CompiledRule['when'],
  effort: Effort
): Column | null {
  const known = new Map(
    cells.flatMap((cell) => (cell && !isUnread(cell) ? [[cell, comparedIn(cell)] as const] : []))
  )
  const limits = allowed ?? shape.allowed ?? null
  const within = limits && comparedIn(limits)
  const ends = [...known.values(), within].flatMap((found) => found ?? [])
  if (limits && within && !effort.take(costOf(limits) * ends.length * 2)) return null
  const samples = slotsOf(shape.type, ends, within && limits)
  // nothing is known of it: one sample stands for whatever it may be, and only `-` surely takes it
  if (!samples?.length) {
    const all = Uint8Array.of(1)
    return { label, samples: [null], taken: cells.map((cell) => (cell === null ? all : null)) }
  }
  const cost = known.keys().reduce((sum, cell) => sum + costOf(cell), 0)
  if (!effort.take(cost * samples.length)) return null
  const all = new Uint8Array(samples.length).fill(1)
  const masks = new Map(
    [...known].map(([cell, compared]) => [
      cell,
      compared && Uint8Array.from(samples, (sample) => (passes(cell, sample) ? 1 : 0)),
    ])
  )
  const taken = cells.map((cell) => {
    if (cell === null) return all
    return isUnread(cell) ? null : (masks.get(cell) ?? null)
  })
  return { label, samples, taken }
}
