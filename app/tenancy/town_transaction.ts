import { AsyncLocalStorage } from 'node:async_hooks'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { PoolClient, QueryResultRow } from 'pg'
import { isUuid } from '#core/ids'
import { NoTenantError } from '#tenancy/errors'

/** A transaction of one town. Every row it sees and writes is that town's. */
export interface TownTransaction {
  municipalityId: string
  /** The rows of a statement with `$1` parameters; named statements are prepared once a connection. */
  rows<Row extends QueryResultRow>(sql: string, values?: unknown[], name?: string): Promise<Row[]>
  /** Runs when, and only when, the transaction has committed. */
  afterCommit(work: () => void | Promise<void>): void
  lucid: TransactionClientContract
}

const current = new AsyncLocalStorage<TownTransaction>()

/**
 * Runs `work` in a transaction of a town, or joins the one under way. The tenant is set by the
 * first statement, alone in its message, and ends with the transaction.
 */
export async function inTown<T>(
  municipalityId: string,
  work: (trx: TownTransaction) => Promise<T>
): Promise<T> {
  const running = current.getStore()
  if (running) {
    if (running.municipalityId !== municipalityId)
      throw new NoTenantError('a transaction of another municipality is open')
    return work(running)
  }
  if (!isUuid(municipalityId)) throw new NoTenantError('no municipality')
  const followUps: (() => void | Promise<void>)[] = []
  const value = await committed(async (lucid) => {
    const connection: PoolClient = await (lucid.knexClient as any).client.acquireConnection()
    await connection.query(`SET LOCAL app.municipality_id = '${municipalityId}'`)
    const trx: TownTransaction = {
      municipalityId,
      lucid,
      rows: async (text, values = [], name) => (await connection.query({ text, values, name })).rows,
      afterCommit: (followUp) => void followUps.push(followUp),
    }
    return current.run(trx, () => work(trx))
  })
  for (const followUp of followUps) await current.exit(() => followUp())
  return value
}

/**
 * Runs `work` and commits. Knex resolves its `commit()` also when COMMIT failed or its connection was lost
 * in the middle of it; only its execution promise tells. Believing the former acknowledges what is not there.
 */
async function committed<T>(work: (lucid: TransactionClientContract) => Promise<T>): Promise<T> {
  const lucid = await db.transaction()
  try {
    const value = await work(lucid)
    await lucid.commit()
    await (lucid.knexClient as unknown as { executionPromise: Promise<unknown> }).executionPromise
    return value
  } catch (error) {
    if (!lucid.isCompleted) await lucid.rollback()
    throw error
  }
}

/** The transaction under way, or an error: no row is ever read or written outside a town. */
export function townTransaction(): TownTransaction {
  const running = current.getStore()
  if (!running) throw new NoTenantError('no transaction of a municipality is open')
  return running
}
