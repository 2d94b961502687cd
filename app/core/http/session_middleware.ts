import { Session } from '@adonisjs/session'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type {} from '@adonisjs/session/session_middleware'
import { SESSION_AGE, SESSION_COOKIE, sessionCookie } from '#config/session'
import { SealedSession } from '#core/http/sealed_session'

type Made = ConstructorParameters<typeof Session>

const config: Made[0] = {
  enabled: true,
  cookieName: SESSION_COOKIE,
  age: SESSION_AGE,
  cookie: sessionCookie,
}

const nobodyListens = { emit: () => Promise.resolve() } as unknown as Made[2]

/**
 * A session in one sealed cookie. The framework's own middleware signs an id in one cookie, seals what is under it in
 * another, and sends both with every answer: a third of what stood before a page.
 */
export default class SessionMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const sealed = new SealedSession(ctx)
    // All that the session asks its context for is the id of what it reads, which is the cookie itself.
    const place = {
      request: { cookie: () => (sealed.brought ? SESSION_COOKIE : undefined) },
      response: { cookie() {} },
    }
    ctx.session = new Session(config, () => sealed, nobodyListens, place as unknown as HttpContext)
    await ctx.session.initiate(false)
    const output = await next()
    await ctx.session.commit()
    sealed.send()
    return output
  }
}
