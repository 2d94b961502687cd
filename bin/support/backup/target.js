import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { OperatorError } from '../operator_error.js'
import { inRoot, isFolder } from '../paths.js'

/**
 * Where a backup goes: the file, if it is named as one, else a new name in the folder, which is made; `backups` beside the
 * project's own folders where nothing is said. Folders above are not made: a disk that isn't mounted would be filled beside.
 */
export function target(given, name) {
  const path = given ? resolve(given) : inRoot('backups')
  if (isFolder(path)) return join(path, name)
  const above = dirname(path)
  if (!isFolder(above)) throw new OperatorError('BACKUP_NOWHERE', { path, above })
  if (path.endsWith('.tar.zst')) return path
  mkdirSync(path, { mode: 0o700 })
  return join(path, name)
}
