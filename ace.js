/** `node ace <command>`: from a bare machine too; the commands of authors need no house, the others one that runs. */
import './bin/support/require_node.cjs'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inRoot } from './bin/support/paths.js'

const EVENTS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'unhandledRejection']

/** By hand, where no `.env` says all: on the Node of the house and beside its database. */
async function comeIn() {
  const { fail } = await import('./bin/support/lifecycle.js')
  try {
    const { enter } = await import('./bin/support/enter.js')
    await enter('production', fileURLToPath(import.meta.url))
    const { commandEnv } = await import('./bin/support/command_env.js')
    Object.assign(process.env, commandEnv(process.argv[2]))
    // From here on they are the command's own affair.
    for (const event of EVENTS) process.removeAllListeners(event)
  } catch (error) {
    await fail(error)
  }
}

if (!(process.env.APP_KEY && process.env.DATABASE_URL) && !existsSync(inRoot('.env'))) await comeIn()
await import('@poppinss/ts-exec')
await import('./bin/console.js')
