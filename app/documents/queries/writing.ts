import i18nManager from '@adonisjs/i18n/services/main'
import type { Writing } from '#documents/domain/words'
import type { Town } from '#tenancy/types'

export type { Writing }

/** Texts without places, read once: parsing their ICU anew would cost a receipt more than its seal. */
const plain = new WeakMap<object, Map<string, string>>()

function plainTexts(language: string): Map<string, string> {
  const translations = i18nManager.getTranslationsFor(language)
  let texts = plain.get(translations)
  if (!texts) plain.set(translations, (texts = new Map()))
  return texts
}

/** How a town writes in a language: the house's words, the town's time. */
export function writingOf(town: Pick<Town, 'timeZone'>, language: string): Writing {
  const i18n = i18nManager.locale(language)
  const texts = plainTexts(language)
  return {
    language,
    timeZone: town.timeZone,
    translate(id, params) {
      if (params) return i18n.t(id, params)
      let text = texts.get(id)
      if (text === undefined) texts.set(id, (text = i18n.t(id)))
      return text
    },
  }
}
