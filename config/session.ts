import { defineConfig, stores } from '@adonisjs/session'
import { secure } from '#config/app'

export const SESSION_COOKIE = 'finestra'

/** From the last visit. */
export const SESSION_AGE = '2h'

/**
 * The session is an encrypted cookie: nothing to write, nothing to share between processes. It
 * holds who signed in and when; `sessions_since` on the person or officer ends it from the server.
 */
export default defineConfig({
  enabled: true,
  cookieName: SESSION_COOKIE,
  clearWithBrowser: false,
  age: SESSION_AGE,
  cookie: { path: '/', httpOnly: true, secure, sameSite: 'lax' },
  store: 'cookie',
  stores: { cookie: stores.cookie() },
})
