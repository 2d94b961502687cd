import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { forgetTowns } from '#tenancy/queries/towns'
import { forgetCalendars } from '#tenancy/queries/calendar'
import { closeTownPool } from '#tenancy/town_pool'
import { forgetCatalogue } from '#tests/support/filing'
import { asOwnerOf } from '#tests/support/faults/statement'

const VARIABLES = { app: 'DATABASE_URL', dispatch: 'DATABASE_DISPATCH_URL', owner: 'DATABASE_OWNER_URL' }

export interface OwnDatabase {
  /** Where processes of the house find it. */
  env: Record<string, string>
  remove(): Promise<void>
}

/** Puts connections to another database in the place of the house's own, which wait untouched to come back. */
async function pointTo(env: Record<string, string>): Promise<() => Promise<void>> {
  const { connections } = db.manager
  const own = new Map(connections)
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const config: any = { ...own.get(name)!.config, connection: { connectionString: env[variable] } }
    connections.set(name, { name, config, state: 'registered' })
  }
  await forgetWhatWasRead()
  return async () => {
    for (const name of Object.keys(VARIABLES)) {
      await db.manager.close(name)
      connections.set(name, own.get(name)!)
    }
    await forgetWhatWasRead()
  }
}

async function forgetWhatWasRead(): Promise<void> {
  await closeTownPool()
  forgetTowns()
  forgetCalendars()
  forgetCatalogue()
}

/** A migrated, empty database, which keeps what was committed, as in production; `sql` changes it first. */
export async function freshDatabase(sql: string[] = []): Promise<OwnDatabase> {
  const name = `faults_${randomBytes(4).toString('hex')}`
  const env = Object.fromEntries(
    Object.values(VARIABLES).map((variable) => [
      variable,
      Object.assign(new URL(process.env[variable]!), { pathname: name }).href,
    ])
  )
  const server = process.env.DATABASE_OWNER_URL!
  await asOwnerOf(server, `CREATE DATABASE ${name} TEMPLATE ${process.env.FINESTRA_TEMPLATE}`)
  await asOwnerOf(server, `ALTER DATABASE ${name} SET synchronous_commit = on`)
  for (const statement of sql) await asOwnerOf(env.DATABASE_OWNER_URL!, statement)
  const remove = () => asOwnerOf(server, `DROP DATABASE ${name} WITH (FORCE)`).then(() => {})
  return { env, remove }
}

/**
 * The same for a group of tests and the processes that it starts and kills: their worker meets no job of
 * another test.
 */
export async function ownDatabase(): Promise<OwnDatabase> {
  const { env, remove } = await freshDatabase()
  const back = await pointTo(env)
  return {
    env,
    async remove() {
      await back()
      await remove()
    },
  }
}
