import type { Texts } from '#tenancy/types'

export interface ClosedDay {
  /** `2026-10-09`; as people give it also `10-09`, the same day each year. */
  day: string
  scope: 'state' | 'region' | 'local'
  name: Texts
}

const named = (es: string, ca: string, en: string): Texts => ({ es, ca, en })
const each = (scope: ClosedDay['scope'], day: string, es: string, ca: string, en: string): ClosedDay => ({
  day,
  scope,
  name: named(es, ca, en),
})

/** Closed in all of Spain each year (Workers' Statute, art. 37.2; RD 2001/1983, art. 45). */
const STATE = [
  each('state', '01-01', 'Año Nuevo', 'Cap d’Any', 'New Year’s Day'),
  each('state', '01-06', 'Epifanía', 'Reis', 'Epiphany'),
  each('state', '05-01', 'Fiesta del Trabajo', 'Festa del Treball', 'Labour Day'),
  each('state', '08-15', 'Asunción', 'Mare de Déu d’Agost', 'Assumption'),
  each('state', '10-12', 'Fiesta Nacional', 'Festa Nacional', 'National Day'),
  each('state', '11-01', 'Todos los Santos', 'Tots Sants', 'All Saints'),
  each('state', '12-06', 'Constitución', 'Constitució', 'Constitution Day'),
  each('state', '12-08', 'Inmaculada', 'Immaculada', 'Immaculate Conception'),
  each('state', '12-25', 'Navidad', 'Nadal', 'Christmas Day'),
]

/** What a region usually closes, by its code in ISO 3166-2. Days counted from Easter have a sign. */
const REGIONS: Record<string, ClosedDay[]> = {
  'ES-VC': [
    each('region', '03-19', 'San José', 'Sant Josep', 'Saint Joseph'),
    each('region', '06-24', 'San Juan', 'Sant Joan', 'Saint John'),
    each(
      'region',
      '10-09',
      'Día de la Comunitat Valenciana',
      'Dia de la Comunitat Valenciana',
      'Day of the Valencian Community'
    ),
    each('region', '+1', 'Lunes de Pascua', 'Dilluns de Pasqua', 'Easter Monday'),
  ],
}

const GOOD_FRIDAY = each('state', '-2', 'Viernes Santo', 'Divendres Sant', 'Good Friday')

export const REGION_CODES = Object.keys(REGIONS)

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
  if (/^[+-]/.test(day)) return new Date((easter(year) + Number(day)) * 86_400_000).toISOString().slice(0, 10)
  if (day.length > 5) return day.startsWith(`${year}-`) ? day : null
  return `${year}-${day}`
}

/**
 * The closed days of some years: those of all Spain, those usual in a region, and those given. A bulletin publishes the
 * true ones each year; where two fall on one day the first is named.
 */
export function closedDays(years: number[], region: string | null, given: ClosedDay[] = []): ClosedDay[] {
  const all = [...STATE, GOOD_FRIDAY, ...(REGIONS[region ?? ''] ?? []), ...given]
  const dated = years.flatMap((year) => all.map((one) => ({ ...one, day: dateIn(year, one.day) })))
  const byDay = new Map<string, ClosedDay>()
  for (const { day, ...rest } of dated) if (day && !byDay.has(day)) byDay.set(day, { day, ...rest })
  return [...byDay.values()].sort((one, other) => one.day.localeCompare(other.day))
}
