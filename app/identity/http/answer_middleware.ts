import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { SESSION_COOKIE } from '#config/session'
import { ProblemError } from '#core/http/problem'
import { hasOwnPage } from '#identity/contract'
import { fieldsOf } from '#identity/domain/provider_answer'
import { handOver } from '#identity/http/hand_over'
import { driverOf } from '#identity/queries/drivers'

/** Says that a form was handed back already: where the session still doesn't come with it, it never will. */
const AGAIN = 'again'

/**
 * A provider's form comes from another site, and browsers send no session with it (SameSite=Lax). They are handed
 * back the same fields, to post them from a page of ours: the session comes with that. This happens before any
 * session is begun, for a new one would take the place of the one that waits.
 */
export default class AnswerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, town, params, i18n } = ctx
    const driver = request.method() === 'POST' ? driverOf(town, params.driver) : null
    if (!driver || hasOwnPage(driver) || SESSION_COOKIE in request.cookiesList()) return next()
    const fields = AGAIN in request.qs() ? null : fieldsOf(driver.answer, request.body())
    if (fields) return ctx.response.send(await handOver(ctx, `${request.url()}?${AGAIN}=1`, fields))
    const way = { text: i18n.t('portal.signIn.title'), href: '/sign-in' }
    throw new ProblemError(422, 'E_SIGN_IN_ANSWER', {}, [], [way])
  }
}
