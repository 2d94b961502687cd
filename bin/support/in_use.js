import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onStop } from './lifecycle.js'
import { OperatorError } from './operator_error.js'
import { ROOT } from './paths.js'
import { stillRuns } from './process_table.js'
import { readStamp, writeStamp } from './stamp.js'

/** Beside the packages, since those of one folder may serve houses on several data folders. */
const marksIn = (root) => join(root, 'node_modules/.finestra-in-use')

/** The process of Finestra that works with the packages of this folder now, whatever its data folder, or null. */
export function inUseBy(root = ROOT) {
  const folder = marksIn(root)
  const names = existsSync(folder) ? readdirSync(folder) : []
  const marks = names.map((name) => readStamp(join(folder, name)))
  return marks.find((mark) => mark && mark.pid !== process.pid && stillRuns(mark))?.pid ?? null
}

/** Throws one clear line where packages would be taken away under a process that works with them. */
export function assertUnused(root) {
  const pid = inUseBy(root)
  if (pid) throw new OperatorError('PACKAGES_IN_USE', { pid })
}

/** Says until it stops that this process, `{ pid, script }`, works with the packages. */
export function usePackages({ pid, script }, root = ROOT) {
  const file = join(marksIn(root), `${pid}.json`)
  onStop(() => rmSync(file, { force: true }))
  try {
    mkdirSync(marksIn(root), { recursive: true })
    writeStamp(file, { pid, script })
  } catch (error) {
    // A house may run on packages that are another user's: then they are for that one to look after.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
  }
}
