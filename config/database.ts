import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'

const url = env.get('DATABASE_URL')

/**
 * `app` carries every request and job under row-level security; `owner` runs
 * migrations only; `dispatch` may ask which work is due, and nothing else.
 */
export default defineConfig({
  connection: 'app',
  connections: {
    app: {
      client: 'pg',
      connection: { connectionString: url } as any,
      pool: { min: 0, max: env.get('DATABASE_POOL', 12) },
    },
    dispatch: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_DISPATCH_URL', url) } as any,
      pool: { min: 0, max: 1 },
    },
    owner: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_OWNER_URL', url) } as any,
      pool: { min: 0, max: 2 },
      migrations: { naturalSort: true, paths: ['database/migrations'], disableTransactions: false },
    },
  },
})
