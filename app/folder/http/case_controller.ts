import type { HttpContext } from '@adonisjs/core/http'
import { ownCase } from '#cases/queries/cases_of_person'
import { lawOfCase } from '#cases/queries/law_of_case'
import { isUuid } from '#core/ids'
import { switchesLanguage } from '#core/http/switches_language'
import { postedText } from '#core/http/posted_text'
import { notFound, ProblemError } from '#core/http/problem'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { filedById } from '#filings/queries/filed'
import { casePage, caseTitle } from '#folder/http/case_page'
import { MOST_LETTERS, tooLong } from '#folder/http/long_text'
import { refuseDecided } from '#folder/http/refuse_decided'
import { toCase } from '#folder/http/to_case'
import { wordsOf } from '#folder/http/words'

/** One case as its interested party sees it, and the withdrawal from it. */
export default class CaseController {
  async show(ctx: HttpContext) {
    const { view } = ctx
    const { own, filed, procedure } = await this.open(ctx)
    return view.render(
      'pages/folder/case',
      await casePage(
        ctx,
        { own, filed, procedure },
        {
          receipt: own.summary.filingId && `/filings/${own.summary.filingId}/receipt`,
          documents: '/documents',
          actions: {
            add:
              own.summary.state === 'open' && !own.decided
                ? `/folder/cases/${own.summary.id}/documents`
                : null,
            withdraw:
              own.awaits.includes('withdrawal') && !own.decided
                ? `/folder/cases/${own.summary.id}/withdrawal`
                : null,
          },
        }
      )
    )
  }

  async confirmWithdrawal(ctx: HttpContext) {
    const { own, procedure } = await this.open(ctx)
    refuseDecided(ctx, own)
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
    refuseDecided(ctx, (await this.open(ctx)).own)
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
        title: caseTitle(procedure, file.subject, lang),
        href: `/folder/cases/${file.id}`,
      },
      action: `/folder/cases/${file.id}/withdrawal`,
      ...given,
    })
  }

  private async open({ town, citizen, params }: HttpContext) {
    const own = isUuid(params.id) ? await ownCase(town.id, citizen.personId, params.id) : null
    if (!own) throw notFound()
    const { filingId } = own.summary
    const filed = filingId ? await filedById(town.id, filingId) : null
    return { own, filed, procedure: await lawOfCase(own.summary) }
  }
}
