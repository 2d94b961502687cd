import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
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

const DENIED = '42501'
const TRIES = 40

/** The server's own cleaning may be at work in it, and nobody but a superuser ends that: it is soon done. */
async function dropDatabase(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await asOwnerOf(server, `DROP DATABASE ${name} WITH (FORCE)`)
      return
    } catch (error) {
      if ((error as { code: string }).code !== DENIED || tries === TRIES) throw error
      await pause(250)
    }
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
  return { env, remove: () => dropDatabase(server, name) }
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
