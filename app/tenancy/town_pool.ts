import logger from '@adonisjs/core/services/logger'
import { Pool, type PoolClient } from 'pg'
import env from '#start/env'

const PATIENCE_MS = 10_000

let kept: Pool | null = null

/** The connections that carry every request and job, as the app's role. Statements are sent as they come, not answer by answer. */
function pool(): Pool {
  if (kept) return kept
  kept = new Pool({
    connectionString: env.get('DATABASE_URL'),
    max: env.get('DATABASE_POOL', 12),
    pipeline: true,
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: 30_000,
  })
  // A connection that is lost while nobody uses it is nobody's fault: the next one is made anew.
  kept.on('error', (error) => logger.warn({ err: error }, 'a connection that rested was lost'))
  return kept
}

/**
 * A connection of the app's role.
 *
 * @throws an error with SQLSTATE 08001 where none can be had in ten seconds
 */
export async function connection(): Promise<PoolClient> {
  try {
    return await pool().connect()
  } catch (error: any) {
    if (/^[0-9A-Z]{5}$/.test(String(error.code))) throw error
    throw Object.assign(new Error(`no connection to the database: ${error.message}`, { cause: error }), {
      code: '08001',
    })
  }
}

export async function closeTownPool(): Promise<void> {
  const closing = kept
  kept = null
  await closing?.end()
}
