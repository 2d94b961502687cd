/** `npm run backup -- [file|folder]`: database, files and secrets of one moment, whether the house runs or not. */
import './support/require_node.cjs'
import './support/env_file.js'
import { fileURLToPath } from 'node:url'
import { enter } from './support/enter.js'
import { fail, stop } from './support/lifecycle.js'

try {
  await enter('production', fileURLToPath(import.meta.url), { exitCode: (code) => code })
  const { standingHouse } = await import('./support/backup/reach_database.js')
  const { writeBackup } = await import('./support/backup/write_backup.js')
  const [given] = process.argv.slice(2).filter((arg) => !arg.startsWith('-'))
  const { whole } = await writeBackup(await standingHouse(), given)
  await stop(whole ? 0 : 1)
} catch (error) {
  await fail(error)
}
