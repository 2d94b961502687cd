import type { HttpContext } from '@adonisjs/core/http'
import { ProblemError, notFound } from '#core/http/problem'
import { refuseTooMany } from '#core/http/rate'
import { isUuid } from '#core/ids'
import { AnswerRequirement } from '#filings/actions/answer_requirement'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { checkAdmitted, checkWindow, windowFault } from '#filings/http/instead'
import { untilText } from '#filings/http/days'
import { feeToShow } from '#filings/http/fee_to_show'
import { formVoice } from '#filings/http/form_voice'
import { postedVersion } from '#filings/http/posted_version'
import { openDraft } from '#filings/http/open_draft'
import { effectiveFiling, filingWindow } from '#deadlines/index'
import { cleanAnswers, fieldsOf, formValidator, issueText, summary, visiblePages } from '#forms/index'
import { addresseeOf } from '#filings/domain/addressee'
import { pagesAskedAgain } from '#filings/domain/first_open_page'
import { applicantOf, isObliged } from '#filings/domain/applicant'
import { bodyFor, unitFor } from '#tenancy/queries/bodies_and_units'
import { calendarOf } from '#tenancy/queries/calendar'

/** What one address may file in a minute without saying who it is. */
const RATE = { requests: 10, duration: '1 min' }

/** The answers to check, and the act of filing them. */
export default class SubmissionController {
  async show(ctx: HttpContext) {
    const { town, lang, view, i18n, request, filer } = ctx
    const { citizen } = filer
    const open = await openDraft(ctx)
    const { draft, procedure, form, uploads, circumstances, dueOn } = open
    const voice = formVoice(ctx, procedure, uploads)
    const change = (page: string | undefined) => `/filings/${draft.id}/pages/${page}?change=1`
    const rows = summary(form, draft.answers, voice, circumstances)
    const [body, unit] = await Promise.all([
      bodyFor(town.id, procedure.sheet.body),
      unitFor(town.id, procedure.sheet.unit),
    ])
    const [now, calendar] = [new Date().toISOString(), await calendarOf(town.id)]
    const { closedDay } = effectiveFiling(now, calendar)
    const window = draft.kind === 'submission' ? procedure.sheet.window : ({ always: true } as const)
    const closed = windowFault(filingWindow(window, now, calendar), lang)
    const applicant = applicantOf(citizen, form, draft.answers)
    const issues = formValidator(form)(draft.answers, circumstances)
    const again = pagesAskedAgain(form, draft, circumstances)
    const fee =
      issues.length === 0 && draft.kind === 'submission'
        ? feeToShow(
            ctx,
            { procedure, voice },
            cleanAnswers(form, draft.answers, circumstances),
            effectiveFiling(now, calendar).recordedDate,
            calendar
          )
        : null
    return view.render('pages/filings/check', {
      filing: {
        kind: draft.kind,
        title: open.title,
        body: addresseeOf({ unit, body, town }, lang),
        anonymous: !citizen,
        applicant: `${applicant.name} (${applicant.identifier})`,
        representative: applicant.representative
          ? `${applicant.representative.name} (${applicant.representative.identifier})`
          : null,
        signer: citizen?.name,
        method: citizen && i18n.t(`identity.drivers.${citizen.method}.name`),
        level: citizen?.level,
        dueOn: dueOn && (await untilText(ctx, dueOn)),
        electronicOnly:
          fieldsOf(form).some(({ kind }) => kind === 'notification_channel') && isObliged(citizen),
      },
      sections: visiblePages(form, draft.answers, circumstances).map(({ id }) => ({
        title: voice.texts(`forms.${form.id}.pages.${id}.title`) ?? '',
        change: change(id),
        rows: rows
          .filter(({ page }) => page === id)
          .map(({ label, kind, lines }) => ({
            key: label,
            lines:
              lines.length > 0
                ? lines
                : [i18n.t(kind === 'upload' ? 'filings.check.noDocuments' : 'filings.check.notAnswered')],
          })),
      })),
      back: `/filings/${draft.id}/pages/${form.pages.at(-1)!.id}`,
      action: `/filings/${draft.id}/submission`,
      version: draft.version,
      fee: fee?.ok ? fee.value : null,
      ready: issues.length === 0 && again.length === 0 && !closed && fee?.ok !== false,
      errors: [
        ...(request.qs().changed ? [{ text: i18n.t('filings.check.changed') }] : []),
        ...(closed ? [{ text: i18n.t(`core.problems.${closed.code}.problem`, closed.params) }] : []),
        ...again.map(({ id }) => ({
          text: i18n.t('filings.check.again', {
            page: voice.texts(`forms.${form.id}.pages.${id}.title`) ?? id,
          }),
          href: `/filings/${draft.id}/pages/${id}`,
        })),
        ...(fee?.ok === false ? [{ text: fee.error }] : []),
        ...issues.map((issue) => ({
          text: issueText(form, issue, voice),
          href: change(form.fields[issue.name]?.page),
        })),
      ],
      closedToday:
        closedDay &&
        (closedDay.kind === 'holiday' ? (closedDay.name?.[lang] ?? '') : i18n.t('portal.home.weekend')),
    })
  }

  async store(ctx: HttpContext) {
    const { town, filer, params, request, response } = ctx
    if (!isUuid(params.id)) throw notFound()
    if (!filer.citizen) await refuseTooMany(ctx, `anonymous_filing:${town.id}:${request.ip()}`, RATE)
    const version = postedVersion(request.body())
    const see = (path: string) => response.redirect().status(303).toPath(`/filings/${params.id}/${path}`)
    const result = await new SubmitFiling().execute({
      town,
      ...filer,
      draftId: params.id,
      version,
      at: new Date(),
    })
    if (result.ok) return see('receipt')
    switch (result.error.kind) {
      case 'no_draft':
        throw notFound()
      case 'withdrawn':
      case 'asked_again':
        // Opened again, it moves to the version that is offered, and shows what is asked again.
        return response.redirect().status(303).toPath(`/filings/${params.id}`)
      case 'not_anonymous':
        throw new ProblemError(403, 'E_NOT_ANONYMOUS')
      case 'barred':
        return checkAdmitted(ctx, result.error.sheet, result.error.bar)
      case 'out_of_window':
        return checkWindow(ctx, result.error.window)
      case 'in_case':
        return this.answer(ctx, version)
      case 'changed':
        return see('check?changed=1')
      case 'invalid':
      case 'no_fee':
        return see('check')
      case 'conflict':
        throw new ProblemError(409, 'E_ALREADY_FILED')
    }
  }

  /** The answer to a requirement is filed in its case. */
  private async answer(ctx: HttpContext, version: number) {
    const { town, filer, response } = ctx
    // Nobody answers in a case whom it does not know: such a draft has a person.
    if (!filer.citizen) throw notFound()
    const { draft, form, uploads, circumstances } = await openDraft(ctx)
    const see = (path: string) => response.redirect().status(303).toPath(`/filings/${draft.id}/${path}`)
    if (draft.version !== version) return see('check?changed=1')
    const answers = cleanAnswers(form, draft.answers, circumstances)
    const named = new Set(Object.values(answers).flat())
    const result = await new AnswerRequirement().execute({
      town,
      citizen: filer.citizen,
      draftId: draft.id,
      version,
      caseId: draft.caseId!,
      taskId: draft.taskId!,
      answers,
      uploads: uploads.filter(({ id }) => named.has(id)),
      at: new Date(),
    })
    if (result.ok) return see('receipt')
    if (typeof result.error === 'object' && result.error.code === 'invalid') return see('check')
    throw new ProblemError(409, 'E_NO_LONGER_ASKED')
  }
}
