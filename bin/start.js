/** `npm start`: from a bare machine to a town hall at work. */
import './support/require_node.cjs'
import './support/env_file.js'
import { fileURLToPath } from 'node:url'
import { enter } from './support/enter.js'
import { fail } from './support/lifecycle.js'
import { address } from './support/ports.js'
import { assertOpenable } from './support/single.js'

try {
  const at = address()
  await assertOpenable(at)
  await enter('production', fileURLToPath(import.meta.url))
  const { serve } = await import('./support/serve.js')
  await serve(at)
} catch (error) {
  await fail(error)
}
