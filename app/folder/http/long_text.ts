import type { HttpContext } from '@adonisjs/core/http'

/** How much somebody may write beside what they do: as much as the fields of the pages say. */
export const MOST_LETTERS = 2000

export const tooLong = ({ i18n }: HttpContext) => i18n.t('folder.tooLong', { limit: MOST_LETTERS })
