import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, onStop } from './lifecycle.js'
import { OperatorError } from './operator_error.js'
import { inRoot } from './paths.js'
import { commandOf, isAlive } from './process_table.js'
import { readStamp, writeStamp } from './stamp.js'

const fileIn = (folder) => join(folder, 'running.json')

/** The process that works on this data folder now, or null. A number that the system gave to another program since doesn't count. */
export function runningOn(folder) {
  const found = readStamp(fileIn(folder))
  if (!found || found.pid === process.pid || !isAlive(found.pid)) return null
  return commandOf(found.pid).includes('bin/') ? found.pid : null
}

const isOurs = (folder) =>
  existsSync(inRoot('package.json')) && readStamp(fileIn(folder))?.pid === process.pid

/** Claims the data folder for this process until it stops; throws ALREADY_RUNNING. */
export function claim(folder) {
  const pid = runningOn(folder)
  if (pid) throw new OperatorError('ALREADY_RUNNING', { pid })
  writeStamp(fileIn(folder), { pid: process.pid, since: new Date().toISOString() })
  onStop(() => rmSync(fileIn(folder), { force: true }))
  // Whose folders were removed under it has nothing left to serve.
  setInterval(() => isOurs(folder) || fail(new OperatorError('FOLDER_LOST', { folder })), 2000).unref()
}
