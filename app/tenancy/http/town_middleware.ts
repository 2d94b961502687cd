import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { UnknownHostError } from '#tenancy/errors'
import { townByHost } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** The municipality whose host was asked. */
    town: Town
  }
}

/** The municipality comes from the host, and from nowhere else. */
export default class TownMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    // Two hosts are none: whoever stands before us may have believed the other one.
    const hosts = request.request.headersDistinct.host ?? []
    const town = hosts.length > 1 ? null : await townByHost(request.host() ?? '')
    if (!town) throw new UnknownHostError('no town answers on this host')
    ctx.town = town
    return next()
  }
}
