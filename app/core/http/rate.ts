import { createHmac } from 'node:crypto'
import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { ProblemError } from '#core/http/problem'
import env from '#start/env'

export interface Rate {
  requests: number
  duration: string
}

/** Where it is counted, the first that answers: Redis may be away, PostgreSQL is not. */
const STORES = env.get('REDIS_URL') ? (['redis', 'database'] as const) : (['database'] as const)

/** Counts name nobody: an address of the net is personal, too. */
const nameless = (key: string) =>
  createHmac('sha256', env.get('APP_KEY')).update(`finestra-rate\n${key}`).digest('base64url')

/** Counts one more of something that is limited. Answers null, or the seconds to wait when there were too many. */
export async function secondsToWait(key: string, rate: Rate): Promise<number | null> {
  for (const store of STORES) {
    try {
      await limiter.use(store, rate).consume(nameless(key))
      return null
    } catch (error) {
      if (error instanceof errors.E_TOO_MANY_REQUESTS) return error.response.availableIn
      if (store === STORES.at(-1)) throw error
    }
  }
  return null
}

/** The same, where too many are refused as they are. */
export async function refuseTooMany({ response }: HttpContext, key: string, rate: Rate): Promise<void> {
  const seconds = await secondsToWait(key, rate)
  if (seconds === null) return
  response.header('retry-after', String(seconds))
  throw new ProblemError(429, 'E_TOO_MANY_REQUESTS', { seconds })
}
