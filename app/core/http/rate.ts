import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { ProblemError } from '#core/http/problem'

export interface Rate {
  requests: number
  duration: string
}

/** Counts one more of something that is limited. Answers null, or the seconds to wait when there were too many. */
export async function secondsToWait(key: string, rate: Rate): Promise<number | null> {
  try {
    await limiter.use(rate).consume(key)
    return null
  } catch (error) {
    if (error instanceof errors.E_TOO_MANY_REQUESTS) return error.response.availableIn
    throw error
  }
}

/** The same, where too many are refused as they are. */
export async function refuseTooMany({ response }: HttpContext, key: string, rate: Rate): Promise<void> {
  const seconds = await secondsToWait(key, rate)
  if (seconds === null) return
  response.header('retry-after', String(seconds))
  throw new ProblemError(429, 'E_TOO_MANY_REQUESTS', { seconds })
}
