import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { cspFactory, frameGuardFactory, hstsFactory, noSniffFactory } from '@adonisjs/shield/guards'
import { contentTypeSniffing, csp, hsts, xFrame } from '#config/headers'

const guards = [
  cspFactory(csp),
  frameGuardFactory(xFrame),
  hstsFactory(hsts),
  noSniffFactory(contentTypeSniffing),
]

/**
 * What browsers are told about every answer, refusals included: they come before any route, town or session.
 * Nothing is kept by anybody on the way: a page carries the name of its reader and the token of its forms.
 */
export default class HeadersMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.response.header('referrer-policy', 'same-origin')
    ctx.response.header('cache-control', 'private, no-store')
    for (const guard of guards) await guard(ctx)
    return next()
  }
}
