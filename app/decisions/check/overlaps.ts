import type { Column } from '#decisions/check/boxes'
import type { Effort } from '#decisions/check/effort'
import type { FeelValue } from '#expressions/index'

export interface Overlap {
  one: number
  other: number
  /** An input that both take. */
  sample: FeelValue[]
}

const MOST_OVERLAPS = 20

/** Pairs of rules that both surely take some input. */
export function overlapsOf(columns: readonly Column[], rules: readonly number[], effort: Effort): Overlap[] {
  const found: Overlap[] = []
  for (const [place, other] of rules.entries())
    for (const one of rules.slice(0, place)) {
      if (found.length >= MOST_OVERLAPS || !effort.take(1)) return found
      const sample = sharedBy(columns, one, other, effort)
      if (sample) found.push({ one, other, sample })
    }
  return found
}

function sharedBy(
  columns: readonly Column[],
  one: number,
  other: number,
  effort: Effort
): FeelValue[] | null {
  const sample: FeelValue[] = []
  for (const { taken, samples } of columns) {
    const [a, b] = [taken[one], taken[other]]
    const slot = a && b ? a.findIndex((bit, index) => bit === 1 && b[index] === 1) : -1
    if (slot < 0 || !effort.take(slot)) return null
    sample.push(samples[slot] ?? null)
  }
  return sample
}
