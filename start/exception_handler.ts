import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import LanguageMiddleware from '#core/http/language_middleware'
import { citizenOf } from '#identity/http/session_of'
import { formAgain } from '#start/form_again'
import { methodRefusal, refusalOf, type Refusal } from '#start/refusal'
import { shareWithViews } from '#start/view_middleware'
import { townByHost } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'

const PAGES = [400, 401, 403, 404, 405, 409, 413, 415, 419, 422, 429, 500, 503, 507]

/** Codes that say no more than the status of the page does. */
const PLAIN = ['E_NOT_FOUND', 'E_ROUTE_NOT_FOUND', 'E_FORM_EXPIRED', 'E_SIGN_IN', 'E_REFUSED', 'E_OUR_FAULT']

/** Every refusal says what, where and how to mend it; none shows what is inside the house. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override debug = false

  override async handle(error: any, ctx: HttpContext) {
    this.prepareLanguage(ctx)
    const refusal = (error?.code === 'E_ROUTE_NOT_FOUND' && methodRefusal(ctx)) || refusalOf(error)
    if (refusal.status === 503) ctx.response.header('retry-after', '5')
    ctx.response.status(refusal.status)
    if (this.wantsPage(ctx)) return this.page(refusal, ctx)
    ctx.response.header('content-type', 'application/problem+json; charset=utf-8')
    return ctx.response.send(JSON.stringify(this.problem(refusal, ctx)))
  }

  private wantsPage(ctx: HttpContext) {
    const accepted = ctx.request.accepts(['html', 'json', 'problem+json'])
    return accepted === 'html' && 'view' in ctx
  }

  private async page(refusal: Refusal, ctx: HttpContext) {
    const status = PAGES.includes(refusal.status) ? refusal.status : refusal.status < 500 ? 400 : 500
    try {
      await this.prepare(ctx)
      return ctx.response.send(
        await ctx.view.render('pages/error', {
          status,
          ...this.reading(refusal, ctx),
          again: refusal.code === 'E_FORM_EXPIRED' ? formAgain(ctx) : null,
        })
      )
    } catch (error) {
      ctx.logger.error({ err: error }, 'the error page itself failed')
      return ctx.response.type('text/plain').send(`${refusal.status} ${refusal.code}`)
    }
  }

  /** An address that no route knows has passed no middleware yet: its page still is the town's, in its language. */
  private async prepare(ctx: HttpContext) {
    ctx.town ??= (await townByHost(ctx.request.host() ?? '').catch(() => null)) as Town
    shareWithViews(ctx)
    if (ctx.officer) return void ctx.view.share({ officer: { name: ctx.officer.name } })
    const citizen = ctx.town && citizenOf(ctx)
    if (citizen) ctx.view.share({ user: { name: citizen.name, identifier: citizen.identifier } })
  }

  private prepareLanguage(ctx: HttpContext) {
    if (!ctx.lang) new LanguageMiddleware().handle(ctx, async () => {})
  }

  /** What the page adds to the text of its status: the particular problem, and each place it was found at. */
  private reading(refusal: Refusal, ctx: HttpContext) {
    const { title, detail, instance, errors } = this.problem(refusal, ctx)
    return {
      reference: instance ?? null,
      ways: refusal.ways,
      specific:
        PLAIN.includes(refusal.code) || title === refusal.code ? null : { problem: title, remedy: detail },
      issues: errors.map((issue) => (issue.pointer ? `${issue.detail} (${issue.pointer})` : issue.detail)),
    }
  }

  private problem(refusal: Refusal, ctx: HttpContext) {
    const text = (code: string, part: string, params: object) => {
      const key = `core.problems.${code}.${part}`
      return ctx.i18n?.t(key, params as any, code) ?? code
    }
    return {
      type: `urn:finestra:problem:${refusal.code}`,
      title: text(refusal.code, 'problem', refusal.params),
      status: refusal.status,
      detail: text(refusal.code, 'remedy', refusal.params),
      instance: ctx.request.id(),
      errors: refusal.details.map(({ pointer, code, params = {} }) => ({
        pointer,
        code,
        detail: text(code, 'problem', params),
      })),
    }
  }

  override async report(error: any, ctx: HttpContext) {
    const { status } = refusalOf(error)
    if (status < 500) return
    ctx.logger.error({ err: error, requestId: ctx.request.id(), inTest: app.inTest }, 'request failed')
  }
}
