import i18nManager from '@adonisjs/i18n/services/main'
import type { Writing } from '#documents/domain/words'
import type { Town } from '#tenancy/types'

export type { Writing }

/** How a town writes in a language: the house's words, the town's time. */
export function writingOf(town: Pick<Town, 'timeZone'>, language: string): Writing {
  const i18n = i18nManager.locale(language)
  return { language, timeZone: town.timeZone, translate: (id, params = {}) => i18n.t(id, params) }
}
