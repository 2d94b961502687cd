import { Pool, type PoolClient } from 'pg'
import { uuidv7 } from '#core/ids'
import { adminRows } from '#tests/bench/database'

const TABLES = ['case_files', 'case_events', 'tasks']

/** What a step did: the state after it, the task that is done and the one that is open now. */
export interface Moved {
  state: string
  done: string
  opened: string
}

export type Step = (state: string) => Moved | Promise<Moved>

const LOCK = `SELECT workflow::text AS state FROM floor.case_files WHERE municipality_id = $1 AND id = $2 FOR UPDATE`
const SAVE = `UPDATE floor.case_files SET workflow = $3, updated_at = now() WHERE municipality_id = $1 AND id = $2`
const CLOSE = `UPDATE floor.tasks SET state = 'done', closed_at = now(), closed_by = 'officer'
  WHERE municipality_id = $1 AND case_id = $2 AND state = 'open'`
const OPEN = `INSERT INTO floor.tasks (municipality_id, id, case_id, key, element, form, role, opened_at)
  VALUES ($1, $2, $3, $4, $5, 'review', 'case_handler', now())`
const NOTE = `INSERT INTO floor.case_events (municipality_id, id, case_id, at, kind, actor_kind, actor_id, data)
  VALUES ($1, $2, $3, now(), 'step', 'officer', $4, $5)`

/**
 * The durable store that somebody writes by hand around an engine: the case locked, its state saved, its task closed and
 * the next one opened, a line of history. Columns and indexes are the house's; policies, guards and chains are not there.
 */
export class HandmadeStore {
  readonly #pool: Pool
  readonly #town = uuidv7()

  constructor(connections: number) {
    const connectionString = process.env['DATABASE_ADMIN_URL']
    this.#pool = new Pool({ connectionString, max: connections, allowExitOnIdle: true })
  }

  static async makeTables(): Promise<void> {
    await adminRows(`CREATE SCHEMA IF NOT EXISTS floor`)
    for (const table of TABLES)
      await adminRows(
        `CREATE TABLE IF NOT EXISTS floor.${table} (LIKE public.${table} INCLUDING DEFAULTS INCLUDING INDEXES)`
      )
  }

  async openCase(state: string, task: string): Promise<string> {
    const id = uuidv7()
    await this.#pool.query(
      `INSERT INTO floor.case_files (municipality_id, id, slug, digest, filing_id, entry_id, applicant, subject, language,
         workflow, opened_at, counts_from, updated_at)
       VALUES ($1, $2, 'bench', '', $2, $2, '{}', 'case', 'es', $3, now(), now(), now())`,
      [this.#town, id, state]
    )
    await this.#pool.query(OPEN, [this.#town, uuidv7(), id, `${task}:0`, task])
    return id
  }

  /** One transition, committed. */
  async move(id: string, step: Step): Promise<void> {
    const client = await this.#pool.connect()
    try {
      await client.query('BEGIN')
      await this.#write(client, id, step)
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }

  async #write(client: PoolClient, id: string, step: Step): Promise<void> {
    const ask = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
    const { rows } = await ask('lock', LOCK, [this.#town, id])
    const { state, done, opened } = await step(rows[0].state)
    await ask('save', SAVE, [this.#town, id, state])
    await ask('close', CLOSE, [this.#town, id])
    const taskId = uuidv7()
    await ask('open', OPEN, [this.#town, taskId, id, `${opened}:${taskId}`, opened])
    const data = JSON.stringify({ event: `done ${done}`, entered: [opened] })
    await ask('note', NOTE, [this.#town, uuidv7(), id, this.#town, data])
  }

  end = () => this.#pool.end()
}
