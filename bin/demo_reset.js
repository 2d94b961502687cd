/** `npm run demo:reset`: erases the embedded database and all that belongs to it; the next start founds it anew. */
import './support/require_node.cjs'
import './support/env_file.js'
import { fail, stop, stopOnSignals } from './support/lifecycle.js'
import { reset } from './support/reset.js'

stopOnSignals()
try {
  await reset()
  await stop(0)
} catch (error) {
  await fail(error)
}
