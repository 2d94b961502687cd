import { secure } from '#config/app'

/**
 * The session is one sealed cookie: nothing to write, nothing to share between processes. It holds who signed in and
 * when; `sessions_since` on the person or officer ends it from the server.
 */
export const SESSION_COOKIE = 'finestra'

/** From the last visit; what is sealed longer ago is not believed, whoever kept it. */
export const SESSION_AGE = '2h'
export const SESSION_AGE_MS = 2 * 3_600_000

/** A session that didn't change is sealed anew after so long, and not with every page. */
export const SESSION_RENEWED_MS = 5 * 60_000

export const sessionCookie = {
  path: '/',
  httpOnly: true,
  secure,
  sameSite: 'lax',
  maxAge: SESSION_AGE,
} as const
