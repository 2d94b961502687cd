import { defineConfig, stores } from '@adonisjs/limiter'
import type { InferLimiters } from '@adonisjs/limiter/types'

/** Rate limits are counted where every process sees them, never in one's memory: in Redis where there is one. */
const limiterConfig = defineConfig({
  default: 'database',
  stores: {
    database: stores.database({ connectionName: 'app', tableName: 'rate_limits' }),
    redis: stores.redis({ connectionName: 'main', keyPrefix: 'finestra:rate', rejectIfRedisNotReady: true }),
  },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
