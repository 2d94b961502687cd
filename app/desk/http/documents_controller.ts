import type { HttpContext } from '@adonisjs/core/http'
import { word } from '#core/http/asked'
import { notFound, ProblemError } from '#core/http/problem'
import { RecordRead } from '#desk/actions/record_read'
import { documentLine, downloadable } from '#desk/http/case_page/documents'
import { idIn } from '#desk/http/asked'
import type {} from '#desk/domain/document_page'
import { speechOf } from '#desk/http/speech'
import { sendDocument } from '#documents/http/send_document'
import { sheetHtml } from '#documents/index'
import { documentById } from '#documents/queries/documents'
import { sheetOf } from '#documents/queries/sheet_of'
import { numbersOfDocument } from '#registry/queries/numbers_of_document'

/** A document of a case: its bytes, and what it says as a page. */
export default class DocumentsController {
  async show(ctx: HttpContext) {
    const document = await this.find(ctx)
    if (!downloadable(document)) throw new ProblemError(409, 'E_FILE_WITHHELD')
    // Whoever takes a file that nobody has scanned says so: a link from elsewhere doesn't suffice.
    if (document.scanState === 'not_scanned' && word(ctx, 'unscanned') !== 'accepted')
      throw new ProblemError(409, 'E_FILE_NOT_SCANNED')
    await this.record(ctx, document)
    return sendDocument(ctx, document, { toPrint: true })
  }

  async page(ctx: HttpContext) {
    const { town, inertia, response } = ctx
    const document = await this.find(ctx)
    const sheet = await sheetOf(town.id, document)
    if (!sheet) throw notFound()
    const numbers = await numbersOfDocument(town.id, document)
    await this.record(ctx, document)
    response.header('cache-control', 'private, no-store')
    return inertia.render('desk/document', {
      document: documentLine(document, speechOf(ctx)),
      caseId: document.caseId as string,
      title: sheet.title,
      html: sheetHtml(sheet, 2),
      numbers,
    })
  }

  private async find(ctx: HttpContext) {
    const document = await documentById(ctx.town.id, idIn(ctx))
    if (!document?.caseId) throw notFound()
    return document
  }

  private record = ({ town, officer }: HttpContext, { id }: { id: string }) =>
    new RecordRead().execute(town.id, {
      action: 'desk.document_read',
      subject: { kind: 'documents', id },
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
}
