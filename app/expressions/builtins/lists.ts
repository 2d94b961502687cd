import { builtin } from '#expressions/builtins/signature'
import { distinct, flattened, indexes, position, repeated } from '#expressions/builtins/list_tools'
import { compare } from '#expressions/values/order'
import { same } from '#expressions/values/equality'
import { type Decimal, decimal } from '#expressions/values/number'
import type { FeelValue } from '#expressions/values/value'

type List = FeelValue[]

/** The first of all that no other beats; null when two of them can't be compared. */
function best(list: List, sign: 1 | -1): FeelValue {
  let winner = list[0] ?? null
  for (const item of list) {
    const order = compare(item, winner)
    if (order === null) return null
    if (order * sign > 0) winner = item
  }
  return winner
}

/** In order, lowest first; null when two of them can't be compared. */
function sorted(list: List): List | null {
  if (list.some((item) => compare(item, list[0] ?? null) === null)) return null
  return list.toSorted((a, b) => compare(a, b) ?? 0)
}

export const lists = [
  builtin('list contains(list: list<any>, element: any): boolean', ([list, element]) =>
    list.some((item: FeelValue) => same(item, element))
  ),
  builtin('count(list: list<any>): number', ([list]) => decimal(list.length)),
  builtin('min(list: list<T>): T', ([list]) => best(list, -1)),
  builtin('min(...list: T): T', ([list]) => best(list, -1)),
  builtin('max(list: list<T>): T', ([list]) => best(list, 1)),
  builtin('max(...list: T): T', ([list]) => best(list, 1)),
  builtin('sort(list: list<T>): list<T>', ([list]) => sorted(list)),
  // the names only: an order that is written out there makes an operation of its own
  builtin('sort(list: list<T>, precedes: null): list<T>', () => null),

  builtin(
    'sublist(list: list<T>, start position: number, length?: number): list<T>',
    ([list, start, length]) => sublist(list, start, length)
  ),
  builtin('append(list: list<T>, ...item: T): list<T>', ([list, items]) => [...list, ...items]),
  builtin('concatenate(...list: list<T>): list<T>', ([all]) => all.flat()),
  builtin('insert before(list: list<T>, position: number, newItem: T): list<T>', ([list, at, item]) => {
    const index = position(list, at)
    return index === null ? null : list.toSpliced(index, 0, item)
  }),
  builtin('remove(list: list<T>, position: number): list<T>', ([list, at]) => {
    const index = position(list, at)
    return index === null ? null : list.toSpliced(index, 1)
  }),
  builtin('list replace(list: list<T>, position: number, newItem: T): list<T>', ([list, at, item]) => {
    const index = position(list, at)
    return index === null ? null : list.with(index, item)
  }),
  // the names only: a condition that is written out there makes an operation of its own
  builtin('list replace(list: list<T>, match: null, newItem: T): list<T>', () => null),
  builtin('reverse(list: list<T>): list<T>', ([list]) => list.toReversed()),
  builtin('index of(list: list<any>, match: any): list<number>', ([list, match]) => indexes(list, match)),
  builtin('union(...list: list<T>): list<T>', ([all]) => distinct(all.flat())),
  builtin('distinct values(list: list<T>): list<T>', ([list]) => distinct(list)),
  builtin('duplicate values(list: list<T>): list<T>', ([list]) => repeated(list)),
  builtin('flatten(list: list<any>): list<any>', ([list], session) => flattened(list, session)),
]

function sublist(list: List, start: Decimal, length: Decimal | null): List | null {
  const index = position(list, start)
  if (index === null || (length !== null && length.lt(1))) return null
  return list.slice(index, length === null ? undefined : index + length.trunc().toNumber())
}
