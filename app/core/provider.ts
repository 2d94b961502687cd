import { createHmac } from 'node:crypto'
import type { ApplicationService } from '@adonisjs/core/types'
import { RedisLink } from '#core/drivers/redis_link'
import { deliver, deliverAll, joinBy, leaveLink } from '#core/link/link'
import env from '#start/env'

/** Several installations may share a Redis: each has its own channel and keys, which say nothing of it. */
export const linkName = () =>
  `finestra:${createHmac('sha256', env.get('APP_KEY')).update('finestra-link').digest('hex').slice(0, 16)}`

/** By `REDIS_URL` processes hear of each other at once; without it, or while it is away, PostgreSQL serves. */
export async function joinProcesses(app: ApplicationService): Promise<void> {
  if (!env.get('REDIS_URL')) return
  const [redis, logger] = [await app.container.make('redis'), await app.container.make('logger')]
  redis.doNotLogErrors()
  const report = (there: boolean, error?: Error) =>
    there
      ? logger.info('Redis is back')
      : logger.warn(`Redis is away (${error?.message}): PostgreSQL serves alone until it is back`)
  const { ioConnection } = redis.connection('main')
  joinBy(
    new RedisLink(ioConnection, linkName(), {
      deliver,
      deliverAll,
      report,
    })
  )
  app.terminating(leaveLink)
}
