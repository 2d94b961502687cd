import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import LanguageMiddleware from '#core/http/language_middleware'
import { ProblemError, type ProblemDetail } from '#core/http/problem'
import { statusOfSqlState } from '#core/http/sqlstate'
import { shareWithViews } from '#start/view_middleware'
import { townByHost } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'

const PAGES = [400, 401, 403, 404, 409, 413, 415, 419, 422, 429, 500, 503, 507]

/** Codes that say no more than the status of the page does. */
const PLAIN = ['E_NOT_FOUND', 'E_ROUTE_NOT_FOUND', 'E_FORM_EXPIRED', 'E_SIGN_IN', 'E_REFUSED', 'E_OUR_FAULT']

interface Refusal {
  status: number
  code: string
  params: Record<string, string | number>
  details: ProblemDetail[]
}

/** Every refusal says what, where and how to mend it; none shows what is inside the house. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override debug = false

  override async handle(error: any, ctx: HttpContext) {
    const refusal = this.refusalOf(error)
    if (refusal.status === 503) ctx.response.header('retry-after', '5')
    ctx.response.status(refusal.status)
    if (this.wantsPage(ctx)) return this.page(refusal, ctx)
    ctx.response.header('content-type', 'application/problem+json; charset=utf-8')
    return ctx.response.send(JSON.stringify(this.problem(refusal, ctx)))
  }

  private refusalOf(error: any): Refusal {
    if (error instanceof ProblemError)
      return {
        status: error.status,
        code: error.code as string,
        params: error.params,
        details: error.details,
      }
    if (error?.code === 'E_ROUTE_NOT_FOUND' || error?.code === 'E_UNKNOWN_HOST')
      return { status: 404, code: error.code, params: {}, details: [] }
    if (error?.code === 'E_BAD_CSRF_TOKEN')
      return { status: 419, code: 'E_FORM_EXPIRED', params: {}, details: [] }
    if (error?.code === 'E_VALIDATION_ERROR')
      return {
        status: 422,
        code: 'E_VALIDATION',
        params: {},
        details: error.messages.map((message: any) => ({
          pointer: `/${String(message.field).replaceAll('.', '/')}`,
          code: message.rule,
        })),
      }
    const status =
      statusOfSqlState(error?.code) ?? (error?.status >= 400 && error?.status < 600 ? error.status : 500)
    return { status, code: status >= 500 ? 'E_OUR_FAULT' : 'E_REFUSED', params: {}, details: [] }
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
        await ctx.view.render('pages/error', { status, ...this.reading(refusal, ctx) })
      )
    } catch (error) {
      ctx.logger.error({ err: error }, 'the error page itself failed')
      return ctx.response.type('text/plain').send(`${refusal.status} ${refusal.code}`)
    }
  }

  /** An address that no route knows has passed no middleware yet: its page still is the town's, in its language. */
  private async prepare(ctx: HttpContext) {
    if (!ctx.lang) new LanguageMiddleware().handle(ctx, async () => {})
    ctx.town ??= (await townByHost(ctx.request.host() ?? '').catch(() => null)) as Town
    shareWithViews(ctx)
  }

  /** What the page adds to the text of its status: the particular problem, and each place it was found at. */
  private reading(refusal: Refusal, ctx: HttpContext) {
    const { title, detail, instance, errors } = this.problem(refusal, ctx)
    return {
      reference: instance ?? null,
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
    const { status } = this.refusalOf(error)
    if (status < 500) return
    ctx.logger.error({ err: error, requestId: ctx.request.id(), inTest: app.inTest }, 'request failed')
  }
}
