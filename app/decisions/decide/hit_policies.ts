import { type FeelValue, Decimal, FeelRange, compare, contains, kindOf, same } from '#expressions/index'

/** A rule that took the input, with what it gives; `ranks`: the place of each output among its values. */
export interface Match {
  id: string
  value: FeelValue
  ranks: number[]
}

export type Verdict =
  { value: FeelValue; gave: Match[] } | { fault: 'SEVERAL_RULES' | 'RULES_DISAGREE' | 'NOT_AGGREGATED' }

const one = (match: Match): Verdict => ({ value: match.value, gave: [match] })
const all = (matches: Match[]): Verdict => ({ value: matches.map(({ value }) => value), gave: matches })

/** What comes of the rules that took the input, of which there is at least one where `NEEDS_A_RULE` says so. */
export const HIT_POLICIES: Record<string, (matches: Match[]) => Verdict> = {
  U: (matches) => (matches.length === 1 ? one(matches[0] as Match) : { fault: 'SEVERAL_RULES' }),
  A: (matches) =>
    matches.every(({ value }) => same(value, (matches[0] as Match).value))
      ? { value: (matches[0] as Match).value, gave: matches }
      : { fault: 'RULES_DISAGREE' },
  F: (matches) => one(matches[0] as Match),
  P: (matches) => one(byRank(matches)[0] as Match),
  R: all,
  O: (matches) => all(byRank(matches)),
  C: all,
  'C#': (matches) => ({ value: new Decimal(matches.length), gave: matches }),
  'C+': (matches) => aggregated(matches, sum),
  'C<': (matches) => aggregated(matches, (values) => extreme(values, -1)),
  'C>': (matches) => aggregated(matches, (values) => extreme(values, 1)),
}

/** Without a rule there is nothing that they could give. */
export const NEEDS_A_RULE = /^(U|A|P|F|C\+|C<|C>)$/

/** By the first output, then by the next; rules of the same rank as they are written. */
const byRank = (matches: Match[]): Match[] =>
  matches.toSorted((a, b) => {
    const at = a.ranks.findIndex((rank, index) => rank !== b.ranks[index])
    return at < 0 ? 0 : (a.ranks[at] as number) - (b.ranks[at] as number)
  })

/** Its place among the values of an output; after them all when it is none of them. */
export function rankOf(value: FeelValue, order: FeelValue): number {
  const values = Array.isArray(order) ? order : []
  const rank = values.findIndex((each) =>
    each instanceof FeelRange ? contains(each, value) === true : same(each, value)
  )
  return rank < 0 ? values.length : rank
}

function aggregated(matches: Match[], of: (values: FeelValue[]) => FeelValue): Verdict {
  const value = of(matches.map((match) => match.value))
  return value === null ? { fault: 'NOT_AGGREGATED' } : { value, gave: matches }
}

const sum = (values: FeelValue[]): FeelValue =>
  values.every((value) => kindOf(value) === 'number')
    ? values.reduce((total: Decimal, value) => total.plus(value as Decimal), new Decimal(0))
    : null

const extreme = (values: FeelValue[], sign: 1 | -1): FeelValue =>
  values.reduce((best, value) => {
    const order = best === null || value === null ? null : compare(value, best)
    return order === null ? null : order === sign ? value : best
  })
