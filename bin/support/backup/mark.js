import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../operator_error.js'
import { readStamp, writeStamp } from '../stamp.js'

const markOf = (folder) => join(folder, 'restoring.json')

/** Says that what stands on a data folder is being replaced, until it is whole again. */
export const beginRestore = (folder, file) =>
  writeStamp(markOf(folder), { file, since: new Date().toISOString() })

export const endRestore = (folder) => rmSync(markOf(folder), { force: true })

/** The restore that was begun here and not ended: `{ file, since }`, or null. */
export const restoreBegun = (folder) => readStamp(markOf(folder))

/** Throws RESTORE_INTERRUPTED for a data folder that half a backup was brought back to. */
export function assertWhole(folder) {
  const begun = restoreBegun(folder)
  if (begun) throw new OperatorError('RESTORE_INTERRUPTED', begun)
}
