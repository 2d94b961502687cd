import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { Pool, type PoolClient } from 'pg'

const PATIENCE_MS = 10_000
const REST_MS = 30_000

let kept: Pool | null = null

/**
 * The connections that carry every request and job, as `config/database.ts` names them. Statements are sent as
 * they come, not answer by answer.
 */
function pool(): Pool {
  if (kept) return kept
  const { connection: where, pool: size } = db.manager.get('app')!.config as any
  kept = new Pool({
    ...where,
    max: size?.max,
    pipeline: true,
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: REST_MS,
  })
  // A connection that is lost while nobody uses it is nobody's fault: the next one is made anew.
  kept.on('error', (error) => logger.warn({ err: error }, 'a connection that rested was lost'))
  // One that is lost at work fails every statement that waits for it; nobody need be told besides.
  kept.on('connect', (client) => client.on('error', () => {}))
  kept.on('connect', writeTogether)
  return kept
}

/** Statements that are asked for in one breath leave in one write: a system call for each costs more than they do. */
function writeTogether(client: PoolClient): void {
  const { connection: wire, query } = client as any
  let gathering = false
  client.query = (...asked: unknown[]) => {
    if (!gathering) {
      const { stream } = wire
      gathering = true
      stream.cork()
      process.nextTick(() => {
        gathering = false
        stream.uncork()
      })
    }
    return query.apply(client, asked)
  }
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
    if (error.code) throw error
    throw Object.assign(new Error(`no connection to the database: ${error.message}`, { cause: error }), {
      code: '08001',
    })
  }
}

export const poolCounts = () => {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = kept ?? {}
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
}

/** Closes the connections; the next question opens others, where the configuration says then. */
export async function closeTownPool(): Promise<void> {
  const closing = kept
  kept = null
  await closing?.end()
}
