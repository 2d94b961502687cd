import type { HttpContext } from '@adonisjs/core/http'
import { figuresOf, localeOf } from '#core/locale'

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
