import type { HttpContext } from '@adonisjs/core/http'
import type { CompiledProcedure } from '#catalogue/types'
import { offeredBySlug } from '#catalogue/queries/offered'
import { textOf } from '#catalogue/queries/texts'
import { notFound, ProblemError } from '#core/http/problem'
import { refuseTooMany } from '#core/http/rate'
import { DiscardDraft } from '#filings/actions/discard_draft'
import { StartDraft } from '#filings/actions/start_draft'
import { newFollowUpCode } from '#filings/chance'
import { checkAdmitted, checkWindow, noRoom, tooManyDrafts } from '#filings/http/instead'
import { filingWindow } from '#deadlines/index'
import { anonymousNow } from '#filings/queries/anonymous_now'
import { firstAnswers } from '#filings/domain/first_answers'
import { firstOpenPage, pagesAskedAgain } from '#filings/domain/first_open_page'
import { holderOf } from '#filings/domain/holder'
import { dayOf, dayText, untilText } from '#filings/http/days'
import { holdCode, letCodeGo } from '#filings/http/held_codes'
import { openDraft } from '#filings/http/open_draft'
import type { Filer } from '#filings/types'
import { hadAsked } from '#identity/http/session_of'
import { calendarOf } from '#tenancy/queries/calendar'

/** Drafts without a person that one address may begin in a minute. */
const RATE = { requests: 10, duration: '1 min' }

/** Beginning a filing, coming back to it, and throwing it away. */
export default class DraftsController {
  async store(ctx: HttpContext) {
    const procedure = await this.procedure(ctx)
    await checkAdmitted(ctx, procedure.sheet)
    return this.begin(ctx, procedure, { citizen: ctx.citizen })
  }

  /** Begins it for somebody who does not say who they are, signed in or not. */
  async storeAnonymous(ctx: HttpContext) {
    const { town, request } = ctx
    const procedure = await this.procedure(ctx)
    if (!anonymousNow(procedure, new Date(), await calendarOf(town.id)))
      throw new ProblemError(403, 'E_NOT_ANONYMOUS')
    await refuseTooMany(ctx, `anonymous:${town.id}:${request.ip()}`, RATE)
    return this.begin(ctx, procedure, { citizen: null, code: newFollowUpCode() })
  }

  private async procedure({ town, params }: HttpContext) {
    const procedure = await offeredBySlug(town.id, params.slug)
    if (!procedure) throw notFound()
    return procedure
  }

  private async begin(ctx: HttpContext, procedure: CompiledProcedure, filer: Filer) {
    const { town, lang, response } = ctx
    const at = new Date()
    await checkWindow(ctx, filingWindow(procedure.sheet.window, at.toISOString(), await calendarOf(town.id)))
    const form = procedure.forms[procedure.sheet.submissionForm]!
    const started = await new StartDraft().execute({
      municipalityId: town.id,
      ...holderOf(filer),
      slug: procedure.slug,
      digest: procedure.digest,
      language: lang,
      answers: filer.citizen ? firstAnswers(form, filer.citizen) : {},
      at,
    })
    if (!started.ok) throw started.error === 'no_room' ? noRoom(ctx) : await tooManyDrafts(ctx)
    if (filer.code) holdCode(ctx, started.value, filer.code)
    return response.redirect().status(303).toPath(`/filings/${started.value}/pages/${form.pages[0]!.id}`)
  }

  /** Who had pressed the button before they signed in goes on; who only follows a link comes to the sheet. */
  async resume(ctx: HttpContext) {
    if (ctx.citizen && hadAsked(ctx, ctx.request.url())) return this.store(ctx)
    return ctx.response.redirect().toPath(`/procedures/${encodeURIComponent(ctx.params.slug)}`)
  }

  /** Where the person left off: the first page not gone through yet or lacking an answer, else the answers to check. */
  async show(ctx: HttpContext) {
    const { draft, form, circumstances } = await openDraft(ctx)
    const page = firstOpenPage(form, draft, circumstances)
    return ctx.response
      .redirect()
      .toPath(page ? `/filings/${draft.id}/pages/${page.id}` : `/filings/${draft.id}/check`)
  }

  /** What was saved, and until when: a requirement's term may end before the draft is forgotten. */
  async saved(ctx: HttpContext) {
    const { town, lang, view } = ctx
    const open = await openDraft(ctx)
    const { draft, dueOn } = open
    const expiresOn = dayOf(draft.expiresAt, town.timeZone)
    return view.render('pages/filings/saved', {
      filing: { title: open.title, kind: draft.kind, anonymous: !ctx.filer.citizen },
      resume: `/filings/${draft.id}`,
      dueOn: dueOn && (await untilText(ctx, dueOn)),
      expiresOn: dueOn && dueOn <= expiresOn ? null : dayText(expiresOn, lang),
    })
  }

  /** Nothing is thrown away by one press. */
  async confirmDiscard(ctx: HttpContext) {
    const open = await openDraft(ctx)
    const { draft } = open
    return ctx.view.render('pages/filings/discard', {
      filing: { title: open.title, files: open.uploads.length },
      action: `/filings/${draft.id}/discard`,
      keep: `/filings/${draft.id}`,
    })
  }

  /** Why the draft is on another version than it was begun on, and what is asked again. */
  async moved(ctx: HttpContext) {
    const { draft, title, procedure, form, circumstances } = await openDraft(ctx)
    return ctx.view.render('pages/filings/moved', {
      filing: { title },
      pages: pagesAskedAgain(form, draft, circumstances).map(({ id }) => ({
        title: textOf(procedure.texts, ctx.lang, `forms.${form.id}.pages.${id}.title`),
        href: `/filings/${draft.id}/pages/${id}`,
      })),
      resume: `/filings/${draft.id}`,
    })
  }

  async destroy(ctx: HttpContext) {
    const { draft } = await openDraft(ctx)
    await new DiscardDraft().execute({
      municipalityId: ctx.town.id,
      ...holderOf(ctx.filer),
      draftId: draft.id,
    })
    letCodeGo(ctx, draft.id)
    const left = ctx.filer.citizen ? '/folder' : `/procedures/${draft.slug}`
    return ctx.response.redirect().status(303).toPath(left)
  }
}
