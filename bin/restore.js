/** `npm run restore -- <file> [--replace]`: the house of a backup, in an empty data folder and database or in the place of what stands. */
import './support/require_node.cjs'
import './support/env_file.js'
import { fileURLToPath } from 'node:url'
import { enter } from './support/enter.js'
import { fail, stop } from './support/lifecycle.js'
import { OperatorError } from './support/operator_error.js'

try {
  await enter('production', fileURLToPath(import.meta.url), { exitCode: (code) => code })
  const { restore } = await import('./support/backup/restore.js')
  const asked = process.argv.slice(2)
  const [file] = asked.filter((arg) => !arg.startsWith('-'))
  if (!file) throw new OperatorError('RESTORE_NO_FILE')
  const whole = await restore(file, { replace: asked.includes('--replace') })
  await stop(whole ? 0 : 1)
} catch (error) {
  await fail(error)
}
