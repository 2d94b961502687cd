import type { HttpContext } from '@adonisjs/core/http'
import { ownText } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { localeOf } from '#core/locale'
import type { Moment } from '#desk/types'
import type { Texts } from '#tenancy/types'

/** How a page of the desk speaks: the reader's language, the town's clock. */
export interface Speech {
  lang: string
  t(key: string, params?: Record<string, string | number>): string
  /** A `YYYY-MM-DD`, short. */
  day(date: string): Moment
  /** An instant, short, with its hour. */
  moment(at: Date): Moment
  /** A text of a procedure, or null when it has none by that id. */
  of(procedure: CompiledProcedure, id: string): string | null
  /** A name that the town keeps in each language. */
  name(texts: Partial<Texts> | null | undefined): string | null
}

export function speechOf({ i18n, lang, town }: Pick<HttpContext, 'i18n' | 'lang' | 'town'>): Speech {
  const date = new Intl.DateTimeFormat(localeOf(lang), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const instant = new Intl.DateTimeFormat(localeOf(lang), {
    timeZone: town.timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return {
    lang,
    t: (key, params = {}) => i18n.t(key, params),
    day: (day) => ({ iso: day, text: date.format(new Date(`${day}T00:00:00Z`)) }),
    moment: (at) => ({ iso: at.toISOString(), text: instant.format(at) }),
    of: (procedure, id) => ownText(procedure.texts, lang, id),
    name: (texts) => (texts ? (texts[lang as keyof Texts] ?? texts.es ?? null) : null),
  }
}
