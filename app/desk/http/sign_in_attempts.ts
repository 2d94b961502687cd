import type { HttpContext } from '@adonisjs/core/http'
import { secondsToWait } from '#core/http/rate'
import { browserOf } from '#identity/http/browser_cookie'
import { isKnownBrowser } from '#identity/queries/known_browser'

/** Ten tries a minute at one town's desk: an account's own lock comes sooner than a guess. */
const RATE = { requests: 10, duration: '1 min' }

/**
 * Counts a try to sign in, from one address or, where it is known, by one browser: a whole town hall comes from one
 * address in the morning, and whoever guesses there keeps nobody else out. Answers null, or the seconds to wait.
 */
export async function countSignIn(ctx: HttpContext): Promise<number | null> {
  const { request, town } = ctx
  const browser = browserOf(ctx)
  const from = browser && (await isKnownBrowser(town.id, browser)) ? browser : request.ip()
  return secondsToWait(`desk_sign_in:${town.id}:${from}`, RATE)
}
