import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { sendDocument } from '#documents/http/send_document'
import { ownDocument } from '#folder/queries/own_documents'

/** A document of one's own. */
export default class DocumentsController {
  async show(ctx: HttpContext) {
    const { town, citizen, params } = ctx
    const document = isUuid(params.id) ? await ownDocument(town.id, citizen.personId, params.id) : null
    if (!document) throw notFound()
    return sendDocument(ctx, document)
  }
}
