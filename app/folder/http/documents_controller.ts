import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { sendDocument } from '#documents/http/send_document'
import { showDocument } from '#documents/http/show_document'
import { ownDocument } from '#folder/queries/own_documents'
import { entryOfDocument } from '#registry/queries/entry_of_document'

/** A document of one's own. */
export default class DocumentsController {
  async show(ctx: HttpContext) {
    return sendDocument(ctx, await this.find(ctx))
  }

  /** What it says, as a page. */
  async page(ctx: HttpContext) {
    const document = await this.find(ctx)
    const entryNumber = await entryOfDocument(ctx.town.id, document)
    return showDocument(ctx, document, { pdf: `/documents/${document.id}`, entryNumber, door: 'folder' })
  }

  private async find({ town, citizen, params }: HttpContext) {
    const document = isUuid(params.id) ? await ownDocument(town.id, citizen.personId, params.id) : null
    if (!document) throw notFound()
    return document
  }
}
