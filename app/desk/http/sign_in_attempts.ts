import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'

/** Ten tries a minute from one address at one town's desk: an account's own lock comes sooner than a guess. */
const LIMIT = { requests: 10, duration: '1 min' }

/** Counts a try to sign in. Answers null, or the seconds to wait when there were too many. */
export async function countSignIn({ request, town }: HttpContext): Promise<number | null> {
  try {
    await limiter.use(LIMIT).consume(`desk_sign_in:${town.id}:${request.ip()}`)
    return null
  } catch (error) {
    if (error instanceof errors.E_TOO_MANY_REQUESTS) return error.response.availableIn
    throw error
  }
}
