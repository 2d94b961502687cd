/** `node ace <command>`: from a bare machine too; the commands of authors need no house, the others one that runs. */
import './bin/support/require_node.cjs'
import './bin/support/env_file.js'
import { fileURLToPath } from 'node:url'

const EVENTS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'unhandledRejection']

/** On the Node of the house, with what its environment doesn't say, and for the commands of the house only. */
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

await comeIn()
await import('@poppinss/ts-exec')
await import('./bin/console.js')
