import type { HttpContext } from '@adonisjs/core/http'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Upload } from '#documents/types'
import type { Voice } from '#forms/index'

/** How a form speaks to the reader of a page: the procedure's words, the house's words, the draft's files. */
export function formVoice(
  { i18n, lang }: HttpContext,
  procedure: CompiledProcedure,
  uploads: Upload[] = []
): Voice {
  return {
    lang,
    texts: (id) => {
      const text = textOf(procedure.texts, lang, id)
      return text === id ? undefined : text
    },
    t: (key, params = {}) => i18n.t(key, params),
    files: Object.fromEntries(uploads.map(({ id, name, size, state }) => [id, { id, name, size, state }])),
  }
}
