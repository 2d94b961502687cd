import type { HttpContext } from '@adonisjs/core/http'
import { languageAddress } from '#start/language_address'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Language, Town } from '#tenancy/types'

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

/** A town as its pages show it, in one language. A class, since Edge copies plain objects with all that is in them. */
class Face {
  constructor(town: Town, lang: Language) {
    const { settings } = town
    const officeName = settings.officeName?.[lang] ?? town.name
    Object.assign(this, town, settings, { officeName, logoUrl: settings.logo })
  }
}

const faces = new WeakMap<Town, Record<Language, Face>>()

function facesOf(town: Town): Record<Language, Face> {
  const held = faces.get(town)
  if (held) return held
  const made = { es: new Face(town, 'es'), ca: new Face(town, 'ca'), en: new Face(town, 'en') }
  faces.set(town, made)
  return made
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
    town: town ? facesOf(town)[lang] : null,
    lang,
    htmlLang: locale,
    t: (key: string, params: Record<string, any> = {}) => i18n.t(key, params),
    user: null,
    url: request.url(),
    atDesk: /^\/desk(\/|$)/.test(request.url()),
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
