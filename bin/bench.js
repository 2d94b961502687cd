/** `npm run bench -- [what]`: the bench on a durable PostgreSQL of its own; `--keep` leaves its data for the next run. */
import './support/require_node.cjs'
import { fileURLToPath } from 'node:url'
import { enter } from './support/enter.js'
import { fail, stop } from './support/lifecycle.js'

const exitCode = (code) => code

try {
  await enter('full', fileURLToPath(import.meta.url), { exitCode })
  const { bench } = await import('./support/bench_run.js')
  await stop(await bench(process.argv.slice(2)))
} catch (error) {
  await fail(error)
}
