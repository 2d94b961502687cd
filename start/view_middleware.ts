import type { HttpContext } from '@adonisjs/core/http'
import { languageAddress } from '#start/language_address'
import type { NextFn } from '@adonisjs/core/types/http'

/** What browsers, speech and dates are told: Valencian by its variant, English as in Europe. */
const LOCALES = { es: 'es', ca: 'ca-valencia', en: 'en-GB' }

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
const CALENDAR = { dateStyle: 'full' } as const

const clocks = new Map<string, Intl.DateTimeFormat>()

/** A formatter costs a hundred times what it formats: each is made once. */
function clock(locale: string, timeZone: string, how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${how.dateStyle ?? ''}`
  const held = clocks.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...how })
  clocks.set(key, held)
  return held
}

const shared = new WeakSet<HttpContext>()

/** Gives the views of a request its town, language, texts and official time; once. */
export function shareWithViews(ctx: HttpContext): void {
  if (shared.has(ctx)) return
  shared.add(ctx)
  const { town, lang, i18n, request } = ctx
  const now = new Date()
  const locale = LOCALES[lang]
  ctx.view.share({
    town: !town
      ? null
      : {
          ...town,
          ...town.settings,
          officeName: town.settings.officeName?.[lang] ?? town.name,
          logoUrl: town.settings.logo,
          colours: town.settings.colours,
        },
    lang,
    htmlLang: locale,
    t: (key: string, params: Record<string, any> = {}) => i18n.t(key, params),
    user: null,
    url: request.url(),
    languageUrl: (language: string) => languageAddress(ctx, language),
    now: now.toISOString(),
    officialTime: town && clock(locale, town.timeZone, CLOCK).format(now),
    officialDate: town && clock(locale, town.timeZone, CALENDAR).format(now),
  })
}

export default class ViewMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    shareWithViews(ctx)
    return next()
  }
}
