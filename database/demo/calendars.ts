import type { Texts } from '#tenancy/types'

type Day = [monthDay: string, es: string, ca: string, en: string]

const EVERY_YEAR: Day[] = [
  ['01-01', 'Año Nuevo', 'Cap d’Any', 'New Year’s Day'],
  ['01-06', 'Epifanía', 'Reis', 'Epiphany'],
  ['05-01', 'Fiesta del Trabajo', 'Festa del Treball', 'Labour Day'],
  ['08-15', 'Asunción', 'Mare de Déu d’Agost', 'Assumption'],
  ['10-12', 'Fiesta Nacional', 'Festa Nacional', 'National Day'],
  ['11-01', 'Todos los Santos', 'Tots Sants', 'All Saints'],
  ['12-06', 'Constitución', 'Constitució', 'Constitution Day'],
  ['12-08', 'Inmaculada', 'Immaculada', 'Immaculate Conception'],
  ['12-25', 'Navidad', 'Nadal', 'Christmas Day'],
]

const REGIONAL: Day[] = [
  ['03-19', 'San José', 'Sant Josep', 'Saint Joseph'],
  ['06-24', 'San Juan', 'Sant Joan', 'Saint John'],
  [
    '10-09',
    'Día de la Comunitat Valenciana',
    'Dia de la Comunitat Valenciana',
    'Day of the Valencian Community',
  ],
]

/** Sunday of Easter by year: Good Friday and Easter Monday are counted from it. */
const EASTER: Record<number, string> = { 2025: '2025-04-20', 2026: '2026-04-05', 2027: '2027-03-28' }

/** Two days of each town (Law 39/2015, art. 30.7): its patron's and its fair's. */
const LOCAL: Record<string, Day[]> = {
  benialba: [
    ['01-20', 'San Sebastián', 'Sant Sebastià', 'Saint Sebastian'],
    ['09-14', 'Santísimo Cristo', 'Santíssim Crist', 'Feast of the Cross'],
  ],
  vilaserena: [
    ['06-29', 'San Pedro', 'Sant Pere', 'Saint Peter'],
    ['09-08', 'Virgen de la Serena', 'Mare de Déu de la Serena', 'Our Lady'],
  ],
  portclar: [
    ['06-12', 'Fiestas del Puerto', 'Festes del Port', 'Harbour Fair'],
    ['07-16', 'Virgen del Carmen', 'Mare de Déu del Carme', 'Our Lady of Mount Carmel'],
  ],
}

export const DEMO_YEARS = Object.keys(EASTER).map(Number)

const shifted = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

const named = ([, es, ca, en]: Day): Texts => ({ es, ca, en })

/**
 * The closed days of a demo town. They follow the usual pattern of the Valencian Community; a real town
 * loads what its bulletin publishes each year.
 */
export function demoCalendar(
  slug: string
): { day: string; scope: 'state' | 'region' | 'local'; name: Texts }[] {
  const days = DEMO_YEARS.flatMap((year) => {
    const easter = EASTER[year] as string
    return [
      ...EVERY_YEAR.map((day) => ({ day: `${year}-${day[0]}`, scope: 'state' as const, name: named(day) })),
      {
        day: shifted(easter, -2),
        scope: 'state' as const,
        name: { es: 'Viernes Santo', ca: 'Divendres Sant', en: 'Good Friday' },
      },
      ...REGIONAL.map((day) => ({ day: `${year}-${day[0]}`, scope: 'region' as const, name: named(day) })),
      {
        day: shifted(easter, 1),
        scope: 'region' as const,
        name: { es: 'Lunes de Pascua', ca: 'Dilluns de Pasqua', en: 'Easter Monday' },
      },
      ...(LOCAL[slug] ?? []).map((day) => ({
        day: `${year}-${day[0]}`,
        scope: 'local' as const,
        name: named(day),
      })),
    ]
  })
  return days.filter((day, index) => days.findIndex((other) => other.day === day.day) === index)
}
