import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { tellMisuse } from '#core/http/misuse'
import { postedText } from '#core/http/posted_text'
import { notFound } from '#core/http/problem'
import { refuseTooMany } from '#core/http/rate'
import { switchesLanguage } from '#core/http/switches_language'
import { sendDocument } from '#documents/http/send_document'
import { showDocument } from '#documents/http/show_document'
import { heldCode, holdCode, letCodeGo } from '#filings/http/held_codes'
import { filingOfCode } from '#filings/queries/filing_of_code'
import { casePage } from '#folder/http/case_page'
import { followed } from '#folder/queries/followed'
import { visibleDocuments } from '#folder/queries/own_documents'
import { numbersOfDocument } from '#registry/queries/numbers_of_document'

/** Codes a minute from one address: enough for whoever mistypes theirs, too few to try codes. */
const RATE = { requests: 20, duration: '1 min' }

const PATH = '/follow-up'

/**
 * What was filed anonymously, for whoever has its code: how it stands, and the answer. The code is posted, so that it
 * stands in no address, and then kept in the sealed session. It only lets one look.
 */
export default class FollowUpController {
  show = (ctx: HttpContext) => this.form(ctx, '', null)

  async find(ctx: HttpContext) {
    const { town, request, response } = ctx
    const typed = postedText(ctx, 'code').trim().slice(0, 60)
    if (switchesLanguage(request.body())) return this.form(ctx, typed, null)
    if (typed === '') return this.form(ctx, typed, 'empty')
    await refuseTooMany(ctx, `follow_up:${town.id}:${request.ip()}`, RATE)
    const found = await filingOfCode(town.id, typed)
    if (!found) {
      tellMisuse(PATH, 404, 'a wrong follow-up code')
      return this.form(ctx, typed, 'unknown')
    }
    holdCode(ctx, found.filingId, found.code)
    return response.redirect().status(303).toPath(`${PATH}/${found.filingId}`)
  }

  async case(ctx: HttpContext) {
    const { params, response, view } = ctx
    const seen = await this.seen(ctx)
    // A case whose code is not at hand, and one that is not there, are the same: both ask for a code.
    if (!seen) return response.redirect().toPath(PATH)
    const here = `${PATH}/${params.id}`
    return view.render('pages/folder/follow_up_case', {
      ...(await casePage(ctx, seen, {
        receipt: `/filings/${params.id}/receipt`,
        documents: `${here}/documents`,
        actions: { add: null, withdraw: null },
      })),
      leave: `${here}/leave`,
    })
  }

  async download(ctx: HttpContext) {
    return sendDocument(ctx, await this.document(ctx))
  }

  /** What a document says, as a page. */
  async page(ctx: HttpContext) {
    const { town, params } = ctx
    const document = await this.document(ctx)
    const numbers = await numbersOfDocument(town.id, document)
    const pdf = `${PATH}/${params.id}/documents/${document.id}`
    return showDocument(ctx, document, { pdf, numbers, door: 'follow-up' })
  }

  leave(ctx: HttpContext) {
    letCodeGo(ctx, ctx.params.id)
    return ctx.response.redirect().status(303).toPath(PATH)
  }

  private async seen(ctx: HttpContext) {
    const code = heldCode(ctx, ctx.params.id)
    return code === null ? null : followed(ctx.town.id, ctx.params.id, code)
  }

  private async document(ctx: HttpContext) {
    const { town, params } = ctx
    const seen = isUuid(params.document) ? await this.seen(ctx) : null
    const documents = seen ? await visibleDocuments(town.id, seen.own.summary.id) : []
    const found = documents.find(({ id }) => id === params.document)
    if (!found) throw notFound()
    return found
  }

  private form({ view, response }: HttpContext, code: string, error: 'empty' | 'unknown' | null) {
    if (error) response.status(error === 'unknown' ? 404 : 422)
    return view.render('pages/folder/follow_up', { code, error })
  }
}
