import { localeOf } from '#core/locale'

/** The day that a town's clocks show, as `2026-01-31`. */
export const dayOf = (at: Date, timeZone: string): string => at.toLocaleDateString('sv-SE', { timeZone })

/** Such a day as people read it. */
export const dayText = (day: string, lang: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(localeOf(lang), { timeZone: 'UTC', dateStyle: 'long' })
