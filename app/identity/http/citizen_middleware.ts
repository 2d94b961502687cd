import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ProblemError } from '#core/http/problem'
import { pageBefore } from '#identity/domain/return_path'
import { askedBefore, citizenOf } from '#identity/http/session_of'
import { sessionsSince } from '#identity/queries/sessions_since'
import { reaches, type AssuranceLevel, type Citizen } from '#identity/types'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Who is signed in; behind the `citizen` middleware there is always somebody. */
    citizen: Citizen
  }
}

/**
 * Lets a signed-in citizen in, and sends others to sign in and back. With `optional`, everyone passes and
 * the page only knows who is there. A post that `resumes` goes on after the sign-in, by a page of the same address.
 */
export default class CitizenMiddleware {
  async handle(
    ctx: HttpContext,
    next: NextFn,
    options: { optional?: boolean; level?: AssuranceLevel; resumes?: boolean } = {}
  ) {
    const citizen = await this.signedIn(ctx)
    if (citizen) {
      ctx.citizen = citizen
      const { name, identifier, organisation } = citizen
      if ('view' in ctx)
        ctx.view.share({ user: { name, identifier, organisation: organisation?.name ?? null } })
    }
    if (options.optional) return next()
    if (citizen && (!options.level || reaches(citizen.level, options.level))) return next()
    if (ctx.request.accepts(['html', 'json', 'problem+json']) !== 'html')
      throw new ProblemError(401, 'E_SIGN_IN')
    if (options.resumes) askedBefore(ctx, ctx.request.url())
    const back = options.resumes ? ctx.request.url() : this.back(ctx)
    return ctx.response
      .redirect()
      .status(303)
      .toPath(`/sign-in?return=${encodeURIComponent(back)}`)
  }

  /** A session that was ended is none, whoever still has its cookie. */
  private async signedIn(ctx: HttpContext): Promise<Citizen | null> {
    const citizen = citizenOf(ctx)
    if (!citizen || citizen.since >= (await sessionsSince(ctx.town.id, citizen.personId))) return citizen
    ctx.session.forget('citizen')
    return null
  }

  /** Nobody comes back to a post: its form stands on the page before. */
  private back = ({ request }: HttpContext) =>
    request.method() === 'GET'
      ? request.url(true)
      : pageBefore(request.header('referer'), request.host() ?? '', '/folder')
}
