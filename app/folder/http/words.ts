import type { HttpContext } from '@adonisjs/core/http'
import { figuresOf, localeOf } from '#core/locale'
import { lastDateBefore, lastDayInWords } from '#deadlines/index'
import { calendarsOf } from '#tenancy/queries/calendar'

/**
 * The same, and last days as the law counts them (of a case by its seats, too): provisional where the closed days of their
 * year are not known yet.
 */
export async function legalWordsOf(ctx: HttpContext, seats: string[] = []) {
  const words = wordsOf(ctx)
  const calendar = (await calendarsOf(ctx.town.id)).at(seats)
  const until = (lastDay: string, since?: string) => lastDayInWords(lastDay, calendar, words, since)
  return { ...words, until, before: (end: Date) => until(lastDateBefore(end.toISOString(), words.timeZone)) }
}

/** How a page of the folder writes texts, dates and instants: the reader's language, the town's time. */
export function wordsOf({ lang, town, i18n }: HttpContext) {
  const timeZone = town.timeZone
  return {
    lang,
    timeZone,
    t: (key: string, params: Record<string, any> = {}) => i18n.t(key, params),
    day: (at: Date) => at.toLocaleDateString(localeOf(lang), { timeZone, dateStyle: 'long' }),
    moment: (at: Date) =>
      at.toLocaleString(localeOf(lang), { timeZone, dateStyle: 'long', timeStyle: 'short' }),
    ...figuresOf(lang),
  }
}
