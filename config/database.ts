import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'

const url = env.get('DATABASE_URL')

/** Who can't be served soon is told to come back; nobody waits for a minute. */
const reached = (connectionString: string) => ({ connectionString, connectionTimeoutMillis: 5_000 }) as any
const PATIENCE_MS = 10_000

/**
 * `app` carries every request and job under row-level security; `owner` runs
 * migrations only; `dispatch` may ask which work is due, and nothing else.
 */
export default defineConfig({
  connection: 'app',
  connections: {
    app: {
      client: 'pg',
      connection: reached(url),
      pool: { min: 0, max: env.get('DATABASE_POOL', 12), acquireTimeoutMillis: PATIENCE_MS },
    },
    dispatch: {
      client: 'pg',
      connection: reached(env.get('DATABASE_DISPATCH_URL', url)),
      pool: { min: 0, max: 1 },
    },
    owner: {
      client: 'pg',
      connection: reached(env.get('DATABASE_OWNER_URL', url)),
      pool: { min: 0, max: 2 },
      migrations: { naturalSort: true, paths: ['database/migrations'], disableTransactions: false },
    },
  },
})
