import { dayAfter } from '#deadlines/index'
import { canonical } from '#core/canonical_json'
import type { Json } from '#core/json'
import { succeeding, type Version } from '#fees/index'
import type { TownValues } from '#catalogue/domain/seams/types'

/** What is said otherwise of a seam, and from when; null is what the pack says. Units and bodies have no day. */
export interface Change {
  seam: string
  from: string | null
  before: Json
  after: Json
}

/** What is said of a seam, each until the next begins. */
interface Said {
  from: string
  to?: string | null
  what: Json
}

const ofTable = (versions: Version[] = []): Said[] =>
  succeeding(versions).map(({ from, to, ...what }) => ({ from, to, what: what as unknown as Json }))

const ofValue = (dated: NonNullable<TownValues['values']>[string] = []): Said[] => {
  const sorted = [...dated].sort((a, b) => a.from.localeCompare(b.from))
  return sorted.map(({ from, ...what }) => ({ from, what: what as unknown as Json }))
}

const on = (said: Said[], day: string): Json =>
  said.findLast(({ from, to }) => from <= day && (!to || day <= to))?.what ?? null

const same = (a: Json, b: Json) => canonical(a) === canonical(b)

function changesOf(seam: string, before: Said[], after: Said[]): Change[] {
  const ordered = [before, after].map((all) => [...all].sort((a, b) => a.from.localeCompare(b.from)))
  const days = new Set([...before, ...after].flatMap(({ from, to }) => (to ? [from, dayAfter(to)] : [from])))
  return [...days]
    .sort()
    .map((from) => ({ seam, from, before: on(ordered[0]!, from), after: on(ordered[1]!, from) }))
    .filter((one) => !same(one.before, one.after))
}

/** What one set of values says otherwise than another, from which day on, the earliest first. */
export function changesBetween(before: TownValues, after: TownValues): Change[] {
  const names = (part: 'tables' | 'values') => [
    ...new Set([...Object.keys(before[part] ?? {}), ...Object.keys(after[part] ?? {})]),
  ]
  const dated = [
    ...names('tables').flatMap((name) =>
      changesOf(name, ofTable(before.tables?.[name]), ofTable(after.tables?.[name]))
    ),
    ...names('values').flatMap((name) =>
      changesOf(name, ofValue(before.values?.[name]), ofValue(after.values?.[name]))
    ),
  ].sort((a, b) => a.from!.localeCompare(b.from!))
  const bound = (['unit', 'body'] as const)
    .map((seam) => ({ seam, from: null, before: before[seam] ?? null, after: after[seam] ?? null }))
    .filter((one) => one.before !== one.after)
  return [...dated, ...bound]
}
