import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import { csrfCookie } from '#config/shield'

/** What the pages of the desk read, and send back as `X-XSRF-TOKEN`. */
const COOKIE = 'XSRF-TOKEN'

/**
 * The framework's own shield, with the token of a page in a cookie as it is: it stands in each page, and proves nothing
 * without the session that it belongs to. The framework seals it, anew for each answer: a quarter of what stands before a page.
 */
export default class Shield extends ShieldMiddleware {
  override async handle(ctx: HttpContext, next: NextFn) {
    const { headers } = ctx.request.request
    headers['x-csrf-token'] ??= headers['x-xsrf-token']
    try {
      await super.handle(ctx, () => Promise.resolve())
    } finally {
      // Also where the one that came was refused: what is sent next has to be right.
      const { csrfToken } = ctx.request
      if (csrfToken) ctx.response.plainCookie(COOKIE, csrfToken, { ...csrfCookie, encode: false })
    }
    return next()
  }
}
