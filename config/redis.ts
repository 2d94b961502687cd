import { defineConfig } from '@adonisjs/redis'
import type { InferConnections } from '@adonisjs/redis/types'
import env from '#start/env'

const { protocol, hostname, port, username, password, pathname } = new URL(
  env.get('REDIS_URL') ?? 'redis://127.0.0.1'
)

/**
 * Optional, and never needed: whoever asks it gets an answer at once or none. Nothing queues up for a Redis
 * that is away, and none is asked before `REDIS_URL` names one.
 */
const redisConfig = defineConfig({
  connection: 'main',
  connections: {
    main: {
      host: hostname,
      port: Number(port || 6379),
      username: decodeURIComponent(username) || undefined,
      password: decodeURIComponent(password) || undefined,
      db: Number(pathname.slice(1) || 0),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
      connectTimeout: 1_000,
      commandTimeout: 250,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      retryStrategy: (times: number) => Math.min(times * 200, 5_000),
    },
  },
})

export default redisConfig

declare module '@adonisjs/redis/types' {
  export interface RedisConnections extends InferConnections<typeof redisConfig> {}
}
