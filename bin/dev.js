/** `npm run dev`: the house with hot reload, of `procedures-catalog/` too, on the same data as `npm start`. */
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
  await enter('full', fileURLToPath(import.meta.url))
  const { develop } = await import('./support/develop.js')
  await develop(at)
} catch (error) {
  await fail(error)
}
