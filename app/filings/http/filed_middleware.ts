import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isUuid } from '#core/ids'
import { filedBy } from '#filings/queries/filed_by'

/** Whoever goes back to a draft that they have filed sees its receipt: nothing is left to answer. */
export default class FiledMiddleware {
  async handle({ town, citizen, params, response }: HttpContext, next: NextFn) {
    if (isUuid(params.id) && (await filedBy(town.id, citizen.personId, params.id)))
      return response.redirect().status(303).toPath(`/filings/${params.id}/receipt`)
    return next()
  }
}
