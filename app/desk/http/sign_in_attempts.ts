import type { HttpContext } from '@adonisjs/core/http'
import { secondsToWait } from '#core/http/rate'

/** Ten tries a minute from one address at one town's desk: an account's own lock comes sooner than a guess. */
const RATE = { requests: 10, duration: '1 min' }

/** Counts a try to sign in. Answers null, or the seconds to wait when there were too many. */
export const countSignIn = ({ request, town }: HttpContext): Promise<number | null> =>
  secondsToWait(`desk_sign_in:${town.id}:${request.ip()}`, RATE)
