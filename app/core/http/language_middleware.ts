import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { LANGUAGES } from '#core/locale'
import type { I18n } from '@adonisjs/i18n'

export type PageLanguage = (typeof LANGUAGES)[number]

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    i18n: I18n
    lang: PageLanguage
  }
}

const known = (text: unknown): text is PageLanguage => LANGUAGES.includes(text as PageLanguage)

/** The language somebody chose (`?lang=ca`, kept in a cookie), else the one their browser asks for. */
export default class LanguageMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const asked = ctx.request.qs().lang
    if (known(asked))
      ctx.response.plainCookie('lang', asked, { encode: false, maxAge: '365d', httpOnly: true })
    const kept = ctx.request.plainCookie('lang', '', false)
    const preferred = ctx.request.language([...LANGUAGES])
    ctx.lang = known(asked) ? asked : known(kept) ? kept : known(preferred) ? preferred : 'es'
    ctx.i18n = i18nManager.locale(ctx.lang)
    ctx.response.header('content-language', ctx.lang)
    return next()
  }
}
