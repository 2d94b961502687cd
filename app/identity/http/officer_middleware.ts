import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ProblemError } from '#core/http/problem'
import { officerIdOf } from '#identity/http/session_of'
import { officerById } from '#identity/queries/officers'
import type { Officer, OfficerRole } from '#identity/types'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** The employee at the desk; behind the `officer` middleware there is always one. */
    officer: Officer
  }
}

/** Lets an employee of this town in, with one of the roles that the route asks for where it asks. */
export default class OfficerMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: { role?: OfficerRole | OfficerRole[] } = {}) {
    const kept = officerIdOf(ctx)
    const officer = kept && (await officerById(ctx.town.id, kept.id))
    if (!officer || officer.sessionsSince.valueOf() > kept!.since) {
      ctx.session.forget('officer')
      if (ctx.request.method() !== 'GET') throw new ProblemError(401, 'E_SIGN_IN')
      return ctx.response
        .redirect()
        .toPath(`/desk/sign-in?return=${encodeURIComponent(ctx.request.url(true))}`)
    }
    ctx.officer = officer
    const allowed = [options.role ?? []].flat()
    if (allowed.length && !allowed.some((role) => officer.roles.includes(role)))
      throw new ProblemError(403, 'E_ROLE', {
        role: allowed.map((role) => ctx.i18n.t(`identity.roles.${role}`)).join(', '),
      })
    return next()
  }
}
