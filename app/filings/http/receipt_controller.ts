import type { HttpContext } from '@adonisjs/core/http'
import { noticeOnArrival } from '#catalogue/queries/notice_on_arrival'
import { textOf } from '#catalogue/queries/texts'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { localeOf } from '#core/locale'
import { effectiveFiling } from '#deadlines/index'
import { documentsOfFiling } from '#documents/queries/documents'
import { listedDocument } from '#documents/queries/listed_document'
import { groupCode } from '#documents/queries/verification_codes'
import { addresseeOf } from '#filings/domain/addressee'
import { holderOf } from '#filings/domain/holder'
import { awaitedOf, followUpShown, howItGoesOn, howToldOf } from '#filings/http/receipt_next'
import { filedById } from '#filings/queries/filed'
import { filedBy } from '#filings/queries/filed_by'
import { awaitedFollowUp } from '#filings/queries/follow_up'
import { mailLeaves } from '#notifications/queries/mail_leaves'
import { calendarOf } from '#tenancy/queries/calendar'

/** The receipt, as a page, at once after filing. */
export default class ReceiptController {
  async show(ctx: HttpContext) {
    const { town, filer, lang, params, i18n, view } = ctx
    const filed = isUuid(params.id) ? await filedById(town.id, params.id) : null
    if (!filed || !(await filedBy(town.id, holderOf(filer), params.id))) throw notFound()
    const documents = await documentsOfFiling(town.id, params.id)
    const find = (kind: string) => documents.find((document) => document.kind === kind)
    const [receipt, copy] = [find('receipt'), find('filing')]
    const moment = (iso: string) =>
      new Date(iso).toLocaleString(localeOf(lang), {
        timeZone: town.timeZone,
        dateStyle: 'long',
        timeStyle: 'medium',
      })
    const documentsAt = filer.citizen ? '/documents' : `/follow-up/${params.id}/documents`
    const { closedDay } = effectiveFiling(filed.entry.recordedAt, await calendarOf(town.id))
    const { representative, name, identifier, email } = filed.applicant
    const awaited = awaitedOf(filed)
    const follows = awaited && (await awaitedFollowUp(town.id, filed.caseId, awaited))
    return view.render('pages/filings/receipt', {
      kind: filed.kind,
      receipt: {
        procedure: textOf(filed.procedure.texts, lang, 'sheet.title'),
        number: filed.entry.number,
        recordedAt: moment(filed.entry.recordedAt),
        effectiveOn: closedDay
          ? new Date(filed.entry.effectiveAt).toLocaleDateString(localeOf(lang), {
              timeZone: town.timeZone,
              dateStyle: 'full',
            })
          : null,
        body: addresseeOf(filed, lang),
        applicant: name === null ? i18n.t('cases.anonymous') : `${name} (${identifier})`,
        followUp: filer.citizen ? null : groupCode(filer.code),
        representative: representative ? `${representative.name} (${representative.identifier})` : null,
        code: receipt?.code ? groupCode(receipt.code) : '',
        verify: `/verify/${receipt?.code ?? ''}`,
        pdf: `${documentsAt}/${receipt?.id}`,
        copy: `${documentsAt}/${copy?.id}`,
        mail: filed.kind === 'submission' && noticeOnArrival(filed.procedure) ? (email ?? null) : null,
        mailed: mailLeaves() ? 'mail' : town.demo ? 'mailKept' : null,
        notified: howToldOf(filed.procedure, filed.applicant, town),
      },
      follows: follows && (await followUpShown(ctx, follows, { documentsAt, here: ctx.request.url() })),
      documents: documents.map((document) =>
        listedDocument(document, { lang, t: (key, values = {}) => i18n.t(key, values), at: documentsAt })
      ),
      next: howItGoesOn(filed, follows),
      term: filed.procedure.sheet.term,
      silence: filed.procedure.sheet.silence.effect,
      informal: !filed.procedure.sheet.needs.includes('notifications'),
      caseHref: filer.citizen ? `/folder/cases/${filed.caseId}` : `/follow-up/${params.id}`,
    })
  }
}
