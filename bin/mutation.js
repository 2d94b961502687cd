/** `npm run mutation -- engine|expressions|deadlines`: changes a room's sources one place at a time, and asks its specs to notice. */
import './support/require_node.cjs'
import { fileURLToPath } from 'node:url'
import { enter } from './support/enter.js'
import { fail, stop } from './support/lifecycle.js'

const exitCode = (code) => code

try {
  await enter('full', fileURLToPath(import.meta.url), { exitCode })
  const { mutate } = await import('./support/mutation_run.js')
  await stop(await mutate(process.argv.slice(2)))
} catch (error) {
  await fail(error)
}
