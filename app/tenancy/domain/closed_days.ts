import regions from '#calendars/regions.json' with { type: 'json' }
import usual from '#calendars/usual.json' with { type: 'json' }
import type { Texts } from '#tenancy/types'

export interface ClosedDay {
  /** `2026-10-09`; as people give it also `10-09`, the same day each year. */
  day: string
  scope: 'state' | 'region' | 'local' | 'body'
  name: Texts
  /** Of a day that somebody of the town has added; the others are of what was published of their year. */
  byHand?: ByHand | null
}

/** Who added a closed day, when, and by what: an agreement, a bulletin. */
export interface ByHand {
  officer: string
  at: string
  source: string
}

/**
 * What is closed in all of Spain each year (Workers' Statute, art. 37.2; RD 2001/1983, art. 45), and what regions
 * usually close, by their code in ISO 3166-2.
 */
const USUAL: Record<string, Omit<ClosedDay, 'scope'>[]> = usual

const usualIn = (place: string, scope: ClosedDay['scope']): ClosedDay[] =>
  (USUAL[place] ?? []).map((one) => ({ ...one, scope }))

/** The region of a municipality, by the province that its INE code begins with; null of one that has no code. */
export const regionOf = (ineCode: string | null): string | null =>
  (regions as Record<string, string>)[ineCode?.slice(0, 2) ?? ''] ?? null

/** Whether the days that a region usually closes are known. */
export const isKnownRegion = (region: string | null): boolean => region !== null && region in USUAL

/** The regions whose usual days are known, by their codes. */
export const knownRegions = (): string[] => Object.keys(USUAL).filter((code) => code !== 'ES')

/**
 * Whether a day is set by the town itself: its own two at the electronic office; elsewhere those of the place and of the
 * body that sits there, too. The others are the State's and the region's to set (Law 39/2015, art. 30.7).
 */
export const isMine = ({ scope }: ClosedDay, seat: string): boolean =>
  scope === 'local' || (scope === 'body' && seat !== '')

/** Sunday of Easter, as days since the epoch (Meeus, Jones and Butcher). */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1) / 86_400_000
}

function dateIn(year: number, day: string): string | null {
  const fromEaster = /^easter([+-]\d+)$/.exec(day)?.[1]
  if (fromEaster) return new Date((easter(year) + Number(fromEaster)) * 86_400_000).toISOString().slice(0, 10)
  if (day.length > 5) return day.startsWith(`${year}-`) ? day : null
  return `${year}-${day}`
}

/**
 * The closed days of some years: those of all Spain, those usual in a region, and those given, or `only` those. A bulletin
 * publishes the true ones each year; where two fall on one day the first is named.
 */
export function closedDays(
  years: number[],
  region: string | null,
  given: ClosedDay[] = [],
  only: 'usual' | 'given' = 'usual'
): ClosedDay[] {
  const usually = only === 'given' ? [] : [...usualIn('ES', 'state'), ...usualIn(region ?? '', 'region')]
  const all = [...usually, ...given]
  const dated = years.flatMap((year) => all.map((one) => ({ ...one, day: dateIn(year, one.day) })))
  const byDay = new Map<string, ClosedDay>()
  for (const { day, ...rest } of dated) if (day && !byDay.has(day)) byDay.set(day, { day, ...rest })
  return [...byDay.values()].sort((one, other) => one.day.localeCompare(other.day))
}
