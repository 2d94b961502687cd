import type { Calendar } from '#deadlines/index'

const closed = (...days: string[]) =>
  Object.fromEntries(
    days.map((day) => [
      day,
      { scope: 'region' as const, name: { es: 'Festivo', ca: 'Festiu', en: 'Holiday' } },
    ])
  )

/** The closed days of a Valencian town in 2026, under which every golden case is written. */
export const calendar: Calendar = {
  id: 'golden',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  years: [2026],
  holidays: closed(
    '2026-01-01',
    '2026-01-06',
    '2026-03-19',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-06-24',
    '2026-08-15',
    '2026-10-09',
    '2026-10-12',
    '2026-12-08',
    '2026-12-25'
  ),
}
