import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { chooseDataFolder } from './data_folder.js'
import { usePackages } from './in_use.js'
import { fail, onStop } from './lifecycle.js'
import { OperatorError } from './operator_error.js'
import { inRoot } from './paths.js'
import { assertFree } from './ports.js'
import { stillRuns } from './process_table.js'
import { readStamp } from './stamp.js'

const fileIn = (folder) => join(folder, 'running.json')

/** The process that works on this data folder now, or null. */
export function runningOn(folder) {
  const found = readStamp(fileIn(folder))
  return found && found.pid !== process.pid && stillRuns(found) ? found.pid : null
}

const ourselves = () => ({ pid: process.pid, script: process.argv[1].split(sep).slice(-2).join('/') })

/** Written only where there is none, so that of two that start at once one gets it. */
function write(file, at) {
  const mark = { ...ourselves(), since: new Date().toISOString(), ...at }
  try {
    writeFileSync(file, JSON.stringify(mark), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

const isOurs = (folder) =>
  existsSync(inRoot('package.json')) && readStamp(fileIn(folder))?.pid === process.pid

/** Where the house on this data folder answers, as its environment says it; empty where none runs. */
export function addressOn(folder) {
  if (!runningOn(folder)) return {}
  const { host, port, publicUrl } = readStamp(fileIn(folder)) ?? {}
  return {
    ...(host && { HOST: host }),
    ...(port && { PORT: String(port) }),
    ...(publicUrl && { PUBLIC_URL: publicUrl }),
  }
}

function assertAlone(folder) {
  const pid = runningOn(folder)
  if (pid) throw new OperatorError('ALREADY_RUNNING', { pid, port: addressOn(folder).PORT })
}

/** Throws one clear line unless this house could listen there: a port that it has itself is no stranger's. */
export async function assertOpenable(at) {
  try {
    await assertFree(at)
  } catch (error) {
    if (error.code === 'PORT_TAKEN') assertAlone(chooseDataFolder())
    throw error
  }
}

/** Claims the data folder, and the packages, for this process until it stops, saying where it answers; throws ALREADY_RUNNING. */
export function claim(folder, { host, port } = {}) {
  const file = fileIn(folder)
  while (!write(file, { host, port, publicUrl: process.env.PUBLIC_URL })) {
    assertAlone(folder)
    rmSync(file, { force: true })
  }
  onStop(() => isOurs(folder) && rmSync(file, { force: true }))
  usePackages(ourselves())
  // Whose folders were removed under it has nothing left to serve.
  setInterval(() => isOurs(folder) || fail(new OperatorError('FOLDER_LOST', { folder })), 2000).unref()
}
