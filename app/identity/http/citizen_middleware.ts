import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ProblemError } from '#core/http/problem'
import { citizenOf } from '#identity/http/session_of'
import { reaches, type AssuranceLevel, type Citizen } from '#identity/types'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Who is signed in; behind the `citizen` middleware there is always somebody. */
    citizen: Citizen
  }
}

/**
 * Lets a signed-in citizen in, and sends others to sign in and back. With `optional`, everyone passes and
 * the page only knows who is there.
 */
export default class CitizenMiddleware {
  handle(ctx: HttpContext, next: NextFn, options: { optional?: boolean; level?: AssuranceLevel } = {}) {
    const citizen = citizenOf(ctx)
    if (citizen) {
      ctx.citizen = citizen
      if ('view' in ctx) ctx.view.share({ user: { name: citizen.name, identifier: citizen.identifier } })
    }
    if (options.optional) return next()
    if (!citizen || (options.level && !reaches(citizen.level, options.level))) {
      if (ctx.request.accepts(['html', 'json', 'problem+json']) !== 'html')
        throw new ProblemError(401, 'E_SIGN_IN')
      return ctx.response
        .redirect()
        .status(303)
        .toPath(`/sign-in?return=${encodeURIComponent(ctx.request.url(true))}`)
    }
    return next()
  }
}
