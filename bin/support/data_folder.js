import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { assertSpace } from './disk.js'
import { OperatorError } from './operator_error.js'
import { isFolder, ROOT } from './paths.js'
import { closedAbove, isRoot, reachableByNobody } from './reach.js'
import { step } from './say.js'
import { readStamp, writeStamp } from './stamp.js'

/** Where root keeps what `nobody` must reach when the project's own folder is closed to others. */
export const SHARED = '/var/lib/finestra'

/** The mark that says: this folder was made by Finestra, with the id of the installation. */
export const MARK = 'installation.json'

const short = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12)

const isMarked = (folder) => existsSync(join(folder, MARK))

/**
 * Where the data live: FINESTRA_DATA, else where they have been since the first start, else ./var, or for root under
 * a closed folder one under SHARED. A folder that was closed or opened since moves no data: a house found empty there
 * would be another house.
 */
export function chooseDataFolder(
  env = process.env,
  { root = isRoot(), project = ROOT, shared = SHARED } = {}
) {
  if (env.FINESTRA_DATA) return resolve(env.FINESTRA_DATA)
  const [own, away] = [join(project, 'var'), join(shared, short(project))]
  if (!root) return own
  if (isMarked(own) && isMarked(away)) throw new OperatorError('DATA_TWICE', { own, away })
  if (isMarked(own)) return own
  return isMarked(away) || !reachableByNobody(project) ? away : own
}

/** A folder and what is missing above it. Where none can be made, as under /proc, the `recursive` of Node never ends. */
function makeAll(path) {
  if (isFolder(path)) return
  makeAll(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another start may have been quicker.
    if (!isFolder(path)) throw error
  }
}

/** Makes a folder whose parents let others through, whatever the umask; a private one is for us alone. */
export function makeFolder(folder, mode = 0o755) {
  const umask = process.umask(0o022)
  makeAll(folder)
  process.umask(umask)
  if (mode !== 0o755) chmodSync(folder, mode)
  return folder
}

/** What logs and stamps need; the database asks for more. */
const NEEDED_MB = 20

/** Opens the data folder, marking it when it is new: `{ folder, id }`. Refuses one with foreign files or a lost mark. */
export async function openDataFolder(env = process.env) {
  const folder = chooseDataFolder(env)
  if (folder.startsWith(SHARED)) step(`The data are kept in ${folder}, since others cannot enter ${ROOT}`)
  // What lies in it is nobody's business; root's PostgreSQL, which runs as `nobody`, passes through to its own.
  if (!existsSync(folder)) makeFolder(folder, isRoot() ? 0o711 : 0o700)
  await assertSpace(folder, NEEDED_MB)
  const mark = join(folder, MARK)
  const found = readStamp(mark)
  if (found?.id) return { folder, id: found.id }
  const names = readdirSync(folder).filter((name) => name !== `${MARK}.new`)
  // A new id would look for the database in another place, and find none.
  if (names.includes(MARK))
    throw new OperatorError('DATA_CORRUPT', { folder, detail: `${MARK} is unreadable` })
  if (names.length > 0) throw new OperatorError('FOREIGN_FOLDER', { folder })
  const id = randomUUID()
  writeStamp(mark, { id })
  return { folder, id }
}

/**
 * Where PostgreSQL keeps its files: where they are, else in the data folder, or under SHARED when `nobody`, as whom
 * it runs for root, can't reach that. Throws DATA_CLOSED for files that it could reach before.
 */
export function clusterFolder({ folder, id }, name, { root = isRoot(), shared = SHARED } = {}) {
  const [own, away] = [join(folder, name), join(shared, id, name)]
  if (!root) return own
  const reachable = reachableByNobody(folder)
  if (existsSync(own) && !reachable)
    throw new OperatorError('DATA_CLOSED', { folder: own, closed: closedAbove(folder) })
  if (existsSync(own)) return own
  return existsSync(away) || !reachable ? away : own
}
