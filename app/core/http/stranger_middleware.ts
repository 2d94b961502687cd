import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { cameFrom } from '#core/http/came_from'

/**
 * A form of another site comes without the session of whoever is here (SameSite=Lax). Where it is refused it leaves
 * nothing behind: the new session begun for it would take the place of theirs, and so sign them out.
 */
export default class StrangerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const output = await next()
    const { request, response } = ctx
    if (request.method() !== 'GET' && response.getStatus() >= 400 && cameFrom(ctx) === 'elsewhere')
      response.removeHeader('set-cookie')
    return output
  }
}
