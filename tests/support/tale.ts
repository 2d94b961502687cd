import i18nManager from '@adonisjs/i18n/services/main'
import type { CompiledProcedure, Tale } from '#catalogue/index'

/** A procedure told in a language, in the words of the house. */
export const taleOf = (procedure: CompiledProcedure, lang: string): Tale => ({
  procedure,
  lang,
  t: (key, params) => i18nManager.locale(lang).t(key, params),
})
