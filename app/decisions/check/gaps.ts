import type { Column, Taken } from '#decisions/check/boxes'
import type { Effort } from '#decisions/check/effort'
import type { FeelValue } from '#expressions/index'

const MOST_GAPS = 3
const MOST_COVERED = 20_000

/**
 * Inputs that no rule takes, as one sample a column, a few of them; null when they could not all be looked through.
 * `may` says whether a rule whose cell isn't known counts as taking it. `over`: the samples that are looked at in each
 * column; without it, all.
 */
export function gapsIn(
  columns: readonly Column[],
  rules: readonly number[],
  { may, over, effort }: { may: boolean; over?: readonly Taken[]; effort: Effort }
): FeelValue[][] | null {
  const found: FeelValue[][] = []
  const covered = new Set<string>()
  const sampleOf = (index: number): FeelValue =>
    columns[index]?.samples[Math.max(0, over?.[index]?.indexOf(1) ?? 0)] ?? null

  const look = (left: readonly number[], index: number, so: readonly FeelValue[]): void => {
    if (found.length >= MOST_GAPS || effort.spent) return
    const column = columns[index]
    if (left.length === 0) {
      found.push([...so, ...columns.slice(index).map((_, more) => sampleOf(index + more))])
      return
    }
    const key = `${index} ${left.join()}`
    if (!column || covered.has(key) || !effort.take(left.length * (column.samples.length + 1))) return
    const before = found.length
    for (const { rules: taking, sample } of groupsOf(column, left, may, over?.[index]))
      look(taking, index + 1, [...so, sample])
    if (found.length === before && covered.size < MOST_COVERED) covered.add(key)
  }

  look(rules, 0, [])
  return effort.spent ? null : found
}

/** Samples that the same rules take are looked at together; of those that none takes, each stretch by itself. */
function groupsOf({ samples, taken }: Column, rules: readonly number[], may: boolean, over?: Taken) {
  const groups = new Map<string, { rules: number[]; sample: FeelValue }>()
  let stretch = 0
  samples.forEach((sample, slot) => {
    if (over && over[slot] !== 1) return
    const taking = rules.filter((rule) => (taken[rule] ? taken[rule][slot] === 1 : may))
    if (taking.length > 0) stretch++
    const name = taking.join() || `none ${stretch}`
    if (!groups.has(name)) groups.set(name, { rules: taking, sample })
  })
  return groups.values()
}
