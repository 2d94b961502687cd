/** `npm test`: checks and suites against a PostgreSQL of their own; `npm test -- functional --files x` runs a part. */
import './support/require_node.cjs'
import { fileURLToPath } from 'node:url'
import { enter } from './support/enter.js'
import { fail, onStop, stop } from './support/lifecycle.js'

const exitCode = (code) => code
let begun = false

try {
  await enter('full', fileURLToPath(import.meta.url), { exitCode })
  begun = true
  const { runTests } = await import('./support/testing/run_tests.js')
  await stop(await runTests(process.argv.slice(2)))
} catch (error) {
  if (!begun)
    onStop(() => console.log('\nSkipped: every test (its ground did not come up)\n0 passed, 1 failed'))
  await fail(error)
}
