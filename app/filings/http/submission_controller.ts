import type { HttpContext } from '@adonisjs/core/http'
import { textOf } from '#catalogue/queries/texts'
import { ProblemError, notFound } from '#core/http/problem'
import { isUuid } from '#core/ids'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { formVoice } from '#filings/http/form_voice'
import { openDraft } from '#filings/http/open_draft'
import { formValidator, issueText, summary } from '#forms/index'

/** The answers to check, and the act of filing them. */
export default class SubmissionController {
  async show(ctx: HttpContext) {
    const { lang, view, i18n, request } = ctx
    const { draft, procedure, form, uploads, circumstances } = await openDraft(ctx)
    const voice = formVoice(ctx, procedure, uploads)
    const issues = formValidator(form)(draft.answers, circumstances)
    const rows = summary(form, draft.answers, voice)
    return view.render('pages/filings/check', {
      procedure: { title: textOf(procedure.texts, lang, 'sheet.title'), slug: procedure.slug },
      draft: { id: draft.id, version: draft.version },
      back: `/filings/${draft.id}/pages/${form.pages.at(-1)!.id}`,
      applicant: {
        name: ctx.citizen.name,
        identifier: ctx.citizen.identifier,
        organisation: ctx.citizen.organisation,
      },
      rows: rows.map((row) => ({ ...row, href: `/filings/${draft.id}/pages/${row.page}?change=1` })),
      issues: issues.map((issue) => ({
        text: issueText(form, issue, voice),
        href: `/filings/${draft.id}/pages/${form.fields[issue.name]?.page}?change=1`,
      })),
      notice: request.qs().changed ? i18n.t('filings.changed') : null,
      action: `/filings/${draft.id}/submission`,
    })
  }

  async store({ town, citizen, params, request, response }: HttpContext) {
    if (!isUuid(params.id)) throw notFound()
    const version = Number(request.input('version'))
    if (!Number.isSafeInteger(version))
      throw new ProblemError(422, 'E_VALIDATION', {}, [
        {
          pointer: '/version',
          code: 'E_NUMBER',
          params: { number: String(request.input('version')).slice(0, 20) },
        },
      ])
    const result = await new SubmitFiling().execute({
      town,
      citizen,
      draftId: params.id,
      version,
      at: new Date(),
    })
    const see = (path: string) => response.redirect().status(303).toPath(`/filings/${params.id}/${path}`)
    if (result.ok) return see('receipt')
    switch (result.error.kind) {
      case 'no_draft':
        throw notFound()
      case 'changed':
        return see('check?changed=1')
      case 'invalid':
        return see('check')
      case 'conflict':
        throw new ProblemError(409, 'E_ALREADY_FILED')
    }
  }
}
