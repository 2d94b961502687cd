import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What a page asks by itself renews no session: whoever left their desk is signed out in time all the same. */
export default class UnattendedMiddleware {
  async handle({ response }: HttpContext, next: NextFn) {
    const output = await next()
    response.removeHeader('set-cookie')
    return output
  }
}
