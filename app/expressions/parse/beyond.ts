import { Refused } from '#expressions/parse/builder'
import { isBeyond } from '#expressions/regex/engine'
import type { Node } from '#expressions/tree'

const PATTERNED = new Set(['matches', 'replace', 'split'])
const DATED = new Set(['date', 'date and time'])
const FARTHEST_YEAR = 271_820

/** Arguments that are written out and beyond what is calculated with here. Throws Refused. */
export function refuseBeyond(name: string, args: Node[], at: number): void {
  const [first, second] = args
  if (PATTERNED.has(name) && second?.op === 'literal' && isBeyond(String(second.value)))
    throw new Refused('PATTERN_REFUSED', second.at, { text: String(second.value) })
  if (!DATED.has(name)) return
  if (first?.op === 'literal') refuseFarYear(String(first.value), at)
  if (first?.op === 'number' && args.length > 1) refuseFarYear(`${first.value}-`, at)
}

export function refuseFarYear(text: string, at: number): void {
  const [year] = /^-?\d{6,}(?=-)/.exec(text) ?? []
  if (year && Math.abs(Number(year)) > FARTHEST_YEAR)
    throw new Refused('YEAR_TOO_FAR', at, { year, farthest: FARTHEST_YEAR })
}
