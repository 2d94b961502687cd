import type { HttpContext } from '@adonisjs/core/http'
import { isAnonymous } from '#cases/queries/is_anonymous'
import { notFound } from '#core/http/problem'
import { refuseTooMany } from '#core/http/rate'
import { localeOf } from '#core/locale'
import { VerifyDocument } from '#documents/actions/verify_document'
import { sendDocument } from '#documents/http/send_document'
import { showDocument } from '#documents/http/show_document'
import { documentByCode } from '#documents/queries/documents'
import { contentOf } from '#documents/queries/content_of'
import { groupCode, readCode } from '#documents/queries/verification_codes'
import { sealHolder } from '#documents/queries/seal_holder'
import type { DocumentSummary } from '#documents/types'
import { numbersOfDocument } from '#registry/queries/numbers_of_document'

/** Codes a minute from one address: enough for a pile of papers, too few to try codes. */
const RATE = { requests: 60, duration: '1 min' }

/**
 * Whoever holds a document with its code can see the original (Law 39/2015, art. 27.3.c; RD 203/2021,
 * art. 21). Each look-up leaves an audit row; what can't be read as a code is not looked up at all.
 */
export default class VerificationController {
  async show(ctx: HttpContext) {
    const asked = ctx.params.code ?? ctx.request.qs().code
    const typed = typeof asked === 'string' ? asked.trim().slice(0, 60) : ''
    if (asked === undefined) return this.page(ctx, '', null, null)
    if (typed === '') return this.page(ctx, '', 'empty', null)
    if (!readCode(typed)) return this.page(ctx, typed, 'format', null)
    const document = await this.find(ctx, typed)
    return document
      ? this.page(ctx, typed, null, await this.result(ctx, document))
      : this.page(ctx, typed, 'unknown', null)
  }

  async download(ctx: HttpContext) {
    const document = await this.find(ctx, ctx.params.code)
    if (!document) throw notFound()
    return sendDocument(ctx, document)
  }

  /** What the original says, as a page. */
  async read(ctx: HttpContext) {
    const document = await this.find(ctx, ctx.params.code)
    if (!document) throw notFound()
    const numbers = await numbersOfDocument(ctx.town.id, document)
    return showDocument(ctx, document, {
      pdf: `/verify/${document.code}/original`,
      numbers,
      door: 'verify',
    })
  }

  private async find(ctx: HttpContext, code: string): Promise<DocumentSummary | null> {
    const { town, request } = ctx
    if (!readCode(code)) return null
    await refuseTooMany(ctx, `verify:${town.id}:${request.ip()}`, RATE)
    const document = await documentByCode(town.id, code)
    if (!document) return null
    // Whoever filed anonymously may well be who looks: no address is kept of that.
    const nameless = document.caseId !== null && (await isAnonymous(town.id, document.caseId))
    return new VerifyDocument().execute(town.id, { code, address: nameless ? null : request.ip() })
  }

  private async result({ town, lang }: HttpContext, document: DocumentSummary) {
    const { sha256 } = await contentOf(town.id, document)
    const [numbers, sealedBy] = await Promise.all([numbersOfDocument(town.id, document), sealHolder(town.id)])
    return {
      title: document.name,
      lang: document.language === lang ? undefined : document.language,
      issuer: town.settings.council?.[lang] ?? town.name,
      issuedOn: document.createdAt.toLocaleString(localeOf(lang), {
        timeZone: town.timeZone,
        dateStyle: 'long',
        timeStyle: 'short',
      }),
      numbers,
      digest: sha256,
      sealedBy,
      code: groupCode(document.code!),
      href: `/verify/${document.code}/original`,
      page: document.hasPage ? `/verify/${document.code}/page` : null,
    }
  }

  private page({ view, response }: HttpContext, code: string, error: string | null, result: object | null) {
    if (error) response.status(error === 'unknown' ? 404 : 422)
    return view.render('pages/portal/verify', { code, error, result })
  }
}
