import type { HttpContext } from '@adonisjs/core/http'
import { ownCase } from '#cases/queries/cases_of_person'
import { comingIn } from '#cases/queries/coming'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { textOf } from '#catalogue/queries/texts'
import { isUuid } from '#core/ids'
import { switchesLanguage } from '#core/http/switches_language'
import { postedText } from '#core/http/posted_text'
import { notFound, ProblemError } from '#core/http/problem'
import { listedDocument } from '#documents/queries/listed_document'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { filedById } from '#filings/queries/filed'
import { caseHistory } from '#folder/domain/case_history'
import { caseState } from '#folder/domain/case_state'
import { dueWords } from '#folder/domain/due_words'
import { comingDates } from '#folder/domain/coming_dates'
import { toAnswer, toOpen, toPay } from '#folder/domain/waiting'
import { MOST_LETTERS, tooLong } from '#folder/http/long_text'
import { toCase } from '#folder/http/to_case'
import { wordsOf } from '#folder/http/words'
import { visibleDocuments } from '#folder/queries/own_documents'
import { summary } from '#forms/index'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { ordersOfCase } from '#payments/queries/orders'
import { unitsOf } from '#tenancy/queries/bodies_and_units'

/** One case as its interested party sees it, and the withdrawal from it. */
export default class CaseController {
  async show(ctx: HttpContext) {
    const { town, view } = ctx
    const words = wordsOf(ctx)
    const { lang, t } = words
    const { own, filed, procedure } = await this.open(ctx)
    const { summary: file } = own
    const [documents, units, notifications, orders, coming] = await Promise.all([
      visibleDocuments(town.id, file.id),
      unitsOf(town.id),
      notificationsOfCase(town.id, file.id),
      ordersOfCase(town.id, file.id),
      comingIn(town.id, file.id),
    ])
    const toNotify = notifications.some(({ state }) => state === 'available')
    const texts = (id: string) => {
      const text = textOf(procedure.texts, lang, id)
      return text === id ? undefined : text
    }
    const form = procedure.forms[procedure.sheet.submissionForm]!
    return view.render('pages/folder/case', {
      file: {
        number: file.entryNumber ?? '',
        title: this.title(procedure, file.subject, lang),
        state: caseState(procedure, { ...file, toNotify }, lang, t),
        body: filed?.body?.name[lang] ?? '',
        unit: units.find(({ id }) => id === file.unitId)?.name[lang] ?? '',
        filedOn: words.moment(file.openedAt),
        entryNumber: file.entryNumber ?? '',
        entryHref: filed ? `/filings/${filed.filingId}/receipt` : '/folder/documents',
        ...dueWords(file, procedure.sheet.silence.effect, words),
        handler: null,
      },
      todo: [
        ...toOpen(notifications, words),
        ...own.tasks.map((task) =>
          toAnswer(file.id, { ...task, title: textOf(procedure.texts, lang, `tasks.${task.element}`) }, words)
        ),
        ...toPay(orders, words),
      ],
      dates: comingDates(coming, file.suspendedOn, words),
      events: caseHistory(
        procedure,
        { at: file.openedAt, number: file.entryNumber },
        { lines: own.history, toNotify },
        words
      ),
      documents: documents.map((one) => listedDocument(one, words)),
      answers: filed
        ? summary(form, filed.answers, { lang, texts, t, files: filed.files }).map(({ label, lines }) => ({
            key: label,
            lines: lines.length > 0 ? lines : [t('filings.check.notAnswered')],
          }))
        : [],
      actions: {
        add: file.state === 'open' ? `/folder/cases/${file.id}/documents` : null,
        withdraw: own.awaits.includes('withdrawal') ? `/folder/cases/${file.id}/withdrawal` : null,
      },
    })
  }

  async confirmWithdrawal(ctx: HttpContext) {
    const { own, procedure } = await this.open(ctx)
    if (!own.awaits.includes('withdrawal'))
      throw new ProblemError(409, 'E_NO_WITHDRAWAL', {}, [], [toCase(own.summary.id, wordsOf(ctx))])
    return this.withdrawalPage(ctx, own.summary, procedure)
  }

  async withdraw(ctx: HttpContext) {
    const { town, citizen, response } = ctx
    const { own, procedure } = await this.open(ctx)
    const reason = postedText(ctx, 'reason')
    if (switchesLanguage(ctx.request.body()))
      return this.withdrawalPage(ctx, own.summary, procedure, { reason, errors: [] })
    if (reason.length > MOST_LETTERS) {
      response.status(422)
      return this.withdrawalPage(ctx, own.summary, procedure, {
        reason,
        errors: [{ text: tooLong(ctx), href: '#reason' }],
      })
    }
    const done = await new WithdrawCase().execute({
      town,
      citizen,
      caseId: own.summary.id,
      reason,
      at: new Date(),
    })
    if (done.ok) return response.redirect().status(303).toPath(`/filings/${done.value.filingId}/receipt`)
    response.status(409)
    return this.withdrawalPage(ctx, own.summary, procedure, {
      reason,
      errors: [{ text: wordsOf(ctx).t('folder.withdrawal.tooLate') }],
    })
  }

  private withdrawalPage(
    { view, lang }: HttpContext,
    file: any,
    procedure: any,
    given: { reason: string; errors: { text: string; href?: string }[] } = { reason: '', errors: [] }
  ) {
    return view.render('pages/folder/withdrawal', {
      file: {
        number: file.entryNumber ?? '',
        title: this.title(procedure, file.subject, lang),
        href: `/folder/cases/${file.id}`,
      },
      action: `/folder/cases/${file.id}/withdrawal`,
      ...given,
    })
  }

  private title(procedure: Awaited<ReturnType<typeof frozenProcedure>>, subject: string, lang: string) {
    const title = textOf(procedure.texts, lang, 'sheet.title')
    return subject ? `${title}: ${subject}` : title
  }

  private async open({ town, citizen, params }: HttpContext) {
    const own = isUuid(params.id) ? await ownCase(town.id, citizen.personId, params.id) : null
    if (!own) throw notFound()
    const filed = await filedById(town.id, own.summary.filingId)
    return {
      own,
      filed: filed && { ...filed, filingId: own.summary.filingId },
      procedure: await frozenProcedure(own.summary.digest),
    }
  }
}
