import { closedDays, type ClosedDay } from '#tenancy/domain/closed_days'

type Day = [monthDay: string, es: string, ca: string, en: string]

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

export const DEMO_YEARS = [2025, 2026, 2027]

/** The closed days of a demo town: the usual pattern of the Valencian Community, and two of its own. */
export const demoCalendar = (slug: string): ClosedDay[] =>
  closedDays(
    DEMO_YEARS,
    'ES-VC',
    (LOCAL[slug] ?? []).map(([day, es, ca, en]) => ({ day, scope: 'local', name: { es, ca, en } }))
  )
