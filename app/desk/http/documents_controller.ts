import type { HttpContext } from '@adonisjs/core/http'
import { notFound, ProblemError } from '#core/http/problem'
import { RecordRead } from '#desk/actions/record_read'
import { downloadable } from '#desk/http/case_page/documents'
import { idIn, word } from '#desk/http/asked'
import { contentOf } from '#documents/queries/content_of'
import { documentById } from '#documents/queries/documents'

/** The bytes of a document of a case. */
export default class DocumentsController {
  async show(ctx: HttpContext) {
    const { town, officer, response } = ctx
    const document = await documentById(town.id, idIn(ctx))
    if (!document?.caseId) throw notFound()
    if (!downloadable(document)) throw new ProblemError(409, 'E_FILE_WITHHELD')
    // Whoever takes a file that nobody has scanned says so: a link from elsewhere doesn't suffice.
    if (document.scanState === 'not_scanned' && word(ctx, 'unscanned') !== 'accepted')
      throw new ProblemError(409, 'E_FILE_NOT_SCANNED')
    const content = await contentOf(town.id, document)
    await new RecordRead().execute(town.id, {
      action: 'desk.document_read',
      subject: { kind: 'documents', id: document.id },
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    response.header('content-type', document.mediaType)
    response.header('content-length', String(content.size))
    response.header('content-disposition', attachment(document.name))
    response.header('x-content-type-options', 'nosniff')
    response.header('content-security-policy', "default-src 'none'; sandbox")
    response.header('cache-control', 'private, no-store')
    return Buffer.isBuffer(content.body) ? response.send(content.body) : response.stream(content.body)
  }
}

/** RFC 6266: a plain name for old programs, the true one for the rest. */
const attachment = (name: string) =>
  `attachment; filename="${name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '')}"; filename*=UTF-8''${encodeURIComponent(name)}`
