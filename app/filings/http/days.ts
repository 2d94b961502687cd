import type { HttpContext } from '@adonisjs/core/http'
import { localeOf } from '#core/locale'
import { lastDayInWords } from '#deadlines/index'
import { calendarOf } from '#tenancy/queries/calendar'

/** The day that a town's clocks show, as `2026-01-31`. */
export const dayOf = (at: Date, timeZone: string): string => at.toLocaleDateString('sv-SE', { timeZone })

/** Such a day as people read it. */
export const dayText = (day: string, lang: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(localeOf(lang), { timeZone: 'UTC', dateStyle: 'long' })

/** A last day to act as people read it; provisional where the closed days of its year are not known yet. */
export async function untilText({ town, lang, i18n }: HttpContext, lastDay: string): Promise<string> {
  const t = (id: string, params: Record<string, string>) => i18n.t(id, params)
  return lastDayInWords(lastDay, await calendarOf(town.id), { t, date: (day) => dayText(day, lang) })
}
