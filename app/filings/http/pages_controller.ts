import type { HttpContext } from '@adonisjs/core/http'
import { textOf } from '#catalogue/queries/texts'
import { notFound } from '#core/http/problem'
import { switchesLanguage } from '#core/http/switches_language'
import { localeOf } from '#core/locale'
import { RemoveUpload } from '#documents/actions/remove_upload'
import { SaveAnswers } from '#filings/actions/save_answers'
import { formVoice } from '#filings/http/form_voice'
import { holderOf } from '#filings/domain/holder'
import { openDraft, type OpenDraft } from '#filings/http/open_draft'
import { receivePost } from '#filings/http/receive_post'
import { formValidator, nextPage, previousPage, visiblePages, type Answers, type Issue } from '#forms/index'
import { renderFormPage } from '#theme/render'

/** One thing a page: show it, keep what was answered, go on. */
export default class PagesController {
  async show(ctx: HttpContext) {
    const open = await openDraft(ctx)
    return this.page(ctx, open, open.draft.answers, [])
  }

  /**
   * Keeps the answers whatever they are, so that nothing typed is lost; goes on when the page is right. A
   * tab that saw an older version is shown the newer answers beside its own, and nothing is overwritten.
   */
  async update(ctx: HttpContext) {
    const { town, filer, lang, request, response, i18n } = ctx
    const open = await openDraft(ctx)
    const { draft, form, circumstances } = open
    const page = this.pageOf(ctx, open)
    const post = await receivePost(ctx, open, page.id)
    const goesOn = post.action.type === 'continue' && !switchesLanguage(post.body)
    const issues = goesOn ? formValidator(form)(post.answers, { page: page.id, ...circumstances }) : []
    const leaves = post.body._step === 'leave'
    const right = goesOn && !leaves && post.faults.length === 0 && issues.length === 0
    const saved = await new SaveAnswers().execute({
      municipalityId: town.id,
      ...holderOf(filer),
      draftId: draft.id,
      version: post.version,
      answers: post.answers,
      language: lang,
      answered: right ? page.id : null,
      at: new Date(),
    })
    if (!saved) {
      response.status(409)
      return this.page(ctx, open, await post.refuse(), [], i18n.t('filings.otherTab'))
    }
    if (post.action.type === 'remove') await new RemoveUpload().execute(town.id, draft.id, post.action.id)
    const here = `/filings/${draft.id}/pages/${page.id}${request.qs().change ? '?change=1' : ''}`
    if (leaves) return response.redirect().status(303).toPath(`/filings/${draft.id}/saved`)
    if (post.faults.length > 0) {
      response.status(422)
      return this.page(ctx, await openDraft(ctx), post.answers, post.faults)
    }
    if (!goesOn) return response.redirect().status(303).toPath(here)
    if (issues.length > 0) {
      response.status(422)
      return this.page(ctx, await openDraft(ctx), post.answers, issues)
    }
    if (draft.askedAgain.includes(page.id))
      return response.redirect().status(303).toPath(`/filings/${draft.id}`)
    const next = request.qs().change ? null : nextPage(form, page.id, post.answers, circumstances)
    return response
      .redirect()
      .status(303)
      .toPath(next ? `/filings/${draft.id}/pages/${next.id}` : `/filings/${draft.id}/check`)
  }

  private pageOf({ params }: HttpContext, { form }: OpenDraft) {
    const page = form.pages.find(({ id }) => id === params.page)
    if (!page) throw notFound()
    return page
  }

  private page(
    ctx: HttpContext,
    open: OpenDraft,
    answers: Answers,
    issues: Issue[],
    told: string | null = null
  ) {
    const { lang, request, view, i18n } = ctx
    const { draft, procedure, form, uploads, circumstances } = open
    const page = this.pageOf(ctx, open)
    const pages = visiblePages(form, answers, circumstances)
    const place = pages.findIndex(({ id }) => id === page.id)
    const previous = request.qs().change ? null : previousPage(form, page.id, answers, circumstances)
    const voice = formVoice(ctx, procedure, uploads)
    const rendered = renderFormPage({ form, pageId: page.id, answers, issues, circumstances, ...voice })
    const text = (part: string) => voice.texts(`forms.${form.id}.pages.${page.id}.${part}`) ?? null
    return view.render('pages/filings/step', {
      form: {
        caption: open.title,
        title: text('title') ?? textOf(procedure.texts, lang, 'sheet.title'),
        lead: text('lead'),
        html: rendered.fields,
        errorSummary: rendered.errorSummary,
        failed: issues.length > 0,
        multipart: rendered.multipart,
        action: `/filings/${draft.id}/pages/${page.id}${request.qs().change ? '?change=1' : ''}`,
        back: request.qs().change
          ? `/filings/${draft.id}/check`
          : previous
            ? `/filings/${draft.id}/pages/${previous.id}`
            : draft.caseId
              ? `/folder/cases/${draft.caseId}`
              : `/procedures/${procedure.slug}`,
        position: place + 1,
        total: pages.length,
        version: draft.version,
        notice: told ?? (draft.askedAgain.includes(page.id) ? i18n.t('filings.moved.page') : null),
      },
      filing: { savedOn: draft.version > 1 ? this.moment(ctx, draft.updatedAt) : null },
    })
  }

  private moment = ({ lang, town }: HttpContext, at: Date) =>
    at.toLocaleString(localeOf(lang), { timeZone: town.timeZone, dateStyle: 'long', timeStyle: 'short' })
}
