import { keyOf } from '#expressions/builtins/list_tools'
import { type Body, builtin } from '#expressions/builtins/signature'
import { type Decimal, decimal, finite } from '#expressions/values/number'

const total = (list: Decimal[]): Decimal => list.reduce((sum, item) => sum.plus(item), decimal(0))
const mean = (list: Decimal[]): Decimal => total(list).div(list.length)

function median(list: Decimal[]): Decimal {
  const ordered = list.toSorted((a, b) => a.comparedTo(b))
  const middle = list.length >> 1
  return list.length % 2 ? (ordered[middle] as Decimal) : mean(ordered.slice(middle - 1, middle + 1))
}

/** Of a sample, so of two or more. */
function deviation(list: Decimal[]): Decimal | null {
  if (list.length < 2) return null
  const centre = mean(list)
  return total(list.map((item) => item.minus(centre).pow(2)))
    .div(list.length - 1)
    .sqrt()
}

/** The most frequent ones, lowest first. */
function mode(list: Decimal[]): Decimal[] {
  const counts = new Map<string, { value: Decimal; count: number }>()
  for (const value of list) {
    const entry = counts.get(keyOf(value)) ?? { value, count: 0 }
    counts.set(keyOf(value), { value, count: entry.count + 1 })
  }
  const highest = Math.max(...[...counts.values()].map(({ count }) => count))
  const modes = [...counts.values()].filter(({ count }) => count === highest).map(({ value }) => value)
  return modes.sort((a, b) => a.comparedTo(b))
}

/** Each can be given one list or its items; all but `mode` are null of nothing. */
const both = (name: string, compute: (list: Decimal[]) => Decimal | null) => {
  const run: Body = ([list]) => {
    const result = list.length ? compute(list) : null
    return result && finite(result)
  }
  return [
    builtin(`${name}(list: list<number>): number`, run),
    builtin(`${name}(...list: number): number`, run),
  ]
}

export const statistics = [
  ...both('sum', total),
  ...both('mean', mean),
  ...both('product', (list) => list.reduce((product, item) => product.times(item), decimal(1))),
  ...both('median', median),
  ...both('stddev', deviation),
  builtin('mode(list: list<number>): list<number>', ([list]) => (list.length ? mode(list) : [])),
  builtin('mode(...list: number): list<number>', ([list]) => mode(list)),
]
