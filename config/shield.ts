import { defineConfig } from '@adonisjs/shield'
import { secure } from '#config/app'
import { SESSION_AGE } from '#config/session'
import { isProvider } from '#identity/queries/drivers'

/** Scripts of the desk read it (`start/shield_middleware`). */
export const csrfCookie = {
  path: '/',
  secure,
  sameSite: 'lax',
  maxAge: SESSION_AGE,
  httpOnly: false,
} as const

/** A post needs the token of a page of ours; a provider's answer to a sign-in has the nonce of that instead. Headers come earlier, on every answer (`config/headers`). */
export default defineConfig({
  csp: { enabled: false },
  csrf: {
    enabled: true,
    exceptRoutes: ({ route, town, params }) =>
      route?.name === 'sign_in.answer' && isProvider(town, params.driver),
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})
