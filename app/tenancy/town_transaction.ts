import { AsyncLocalStorage } from 'node:async_hooks'
import type { PoolClient, QueryResultRow } from 'pg'
import { handled } from '#core/handled'
import { isUuid } from '#core/ids'
import { NoTenantError } from '#tenancy/errors'
import { connection } from '#tenancy/town_pool'

/** A transaction of one town. Every row it sees and writes is that town's. */
export interface TownTransaction {
  municipalityId: string
  /**
   * The rows of a statement with `$1` parameters; named statements are prepared once a connection. Statements run in
   * the order in which they are asked for, also when nobody waits for the one before.
   */
  rows<Row extends QueryResultRow>(sql: string, values?: unknown[], name?: string): Promise<Row[]>
  /** Runs when, and only when, the transaction has committed. */
  afterCommit(work: () => void | Promise<void>): void
}

const current = new AsyncLocalStorage<TownTransaction>()

/** Opens a transaction of a town: the tenant is set by its first statement, alone in its message, and ends with it. */
function begin(client: PoolClient, municipalityId: string): Promise<unknown> {
  return handled(
    Promise.all([client.query('BEGIN'), client.query(`SET LOCAL app.municipality_id = '${municipalityId}'`)])
  )
}

/** A transaction that has failed answers COMMIT with ROLLBACK. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT')
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
}

/** The transaction under way, if it is of this town; another town's is an error, and so is what is no town's id. */
function runningIn(municipalityId: string): TownTransaction | undefined {
  const running = current.getStore()
  if (running && running.municipalityId !== municipalityId)
    throw new NoTenantError('a transaction of another municipality is open')
  if (!isUuid(municipalityId)) throw new NoTenantError('no municipality')
  return running
}

const released = (client: PoolClient) =>
  client.query('ROLLBACK').then(
    () => client.release(),
    (error) => client.release(error)
  )

/** What every statement answers after the one that made the transaction fail: the cause is told instead. */
const ABORTED = '25P02'

function statements(client: PoolClient): TownTransaction['rows'] {
  let cause: unknown = null
  return async (text, values = [], name) => {
    try {
      return (await client.query({ text, values, name })).rows
    } catch (error: any) {
      cause ??= error
      throw error.code === ABORTED ? cause : error
    }
  }
}

/** Runs `work` in a transaction of a town, or joins the one under way. */
export async function inTown<T>(
  municipalityId: string,
  work: (trx: TownTransaction) => Promise<T>
): Promise<T> {
  const running = runningIn(municipalityId)
  if (running) return work(running)
  const followUps: (() => void | Promise<void>)[] = []
  const client = await connection()
  let value: T
  try {
    const begun = begin(client, municipalityId)
    const trx: TownTransaction = {
      municipalityId,
      rows: statements(client),
      afterCommit: (followUp) => void followUps.push(followUp),
    }
    value = await current.run(trx, () => work(trx))
    await begun
    await commit(client)
  } catch (error) {
    await released(client)
    throw error
  }
  client.release()
  for (const followUp of followUps) await current.exit(() => followUp())
  return value
}

/** The rows of one question to a town's data: a whole transaction in one message to the database. */
export async function rowsOfTown<Row extends QueryResultRow>(
  municipalityId: string,
  sql: string,
  values: unknown[],
  name: string
): Promise<Row[]> {
  const running = runningIn(municipalityId)
  if (running) return running.rows<Row>(sql, values, name)
  const client = await connection()
  try {
    const begun = begin(client, municipalityId)
    const asked = handled(client.query<Row>({ text: sql, values, name }))
    const ended = handled(commit(client))
    const { rows } = await asked
    await begun
    await ended
    client.release()
    return rows
  } catch (error) {
    await released(client)
    throw error
  }
}
