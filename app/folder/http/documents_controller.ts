import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { notFound, ProblemError } from '#core/http/problem'
import { sheetOfCase } from '#cases/queries/sheet_of_case'
import { sendDocument } from '#documents/http/send_document'
import { showDocument } from '#documents/http/show_document'
import { ownDocument } from '#folder/queries/own_documents'
import { reaches } from '#identity/types'
import { numbersOfDocument } from '#registry/queries/numbers_of_document'

/** A document of one's own. */
export default class DocumentsController {
  async show(ctx: HttpContext) {
    return sendDocument(ctx, await this.find(ctx))
  }

  /** What it says, as a page. */
  async page(ctx: HttpContext) {
    const document = await this.find(ctx)
    const numbers = await numbersOfDocument(ctx.town.id, document)
    return showDocument(ctx, document, { pdf: `/documents/${document.id}`, numbers, door: 'folder' })
  }

  private async find({ town, citizen, params }: HttpContext) {
    const document = isUuid(params.id) ? await ownDocument(town.id, citizen.personId, params.id) : null
    if (!document) throw notFound()
    const { signInLevel } = await sheetOfCase(town.id, document.caseId!)
    // What could not be asked for is not read either: a slip has the data of a household.
    if (!reaches(citizen.level, signInLevel)) throw new ProblemError(403, 'E_LEVEL', { level: signInLevel })
    return document
  }
}
