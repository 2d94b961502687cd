import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assertSpace } from './disk.js'
import { OperatorError } from './operator_error.js'
import { inRoot, ROOT } from './paths.js'
import { isRoot, reachableByNobody } from './reach.js'
import { step } from './say.js'
import { readStamp, writeStamp } from './stamp.js'

/** Where root keeps what `nobody` must reach when the project's own folder is closed to others. */
export const SHARED = '/var/lib/finestra'

/** The mark that says: this folder was made by Finestra, with the id of the installation. */
export const MARK = 'installation.json'

const short = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Where the data live: FINESTRA_DATA, else ./var, else (root, closed folder) under SHARED. */
export function chooseDataFolder(env = process.env) {
  if (env.FINESTRA_DATA) return resolve(env.FINESTRA_DATA)
  if (isRoot() && !reachableByNobody(ROOT)) return join(SHARED, short(ROOT))
  return inRoot('var')
}

/** Makes a folder whose parents let others through, whatever the umask; a private one is for us alone. */
export function makeFolder(folder, mode = 0o755) {
  const umask = process.umask(0o022)
  mkdirSync(folder, { recursive: true })
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
  makeFolder(folder)
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

/** Where PostgreSQL keeps its files: in the data folder, or under SHARED when `nobody` can't reach that. */
export const clusterFolder = ({ folder, id }, name) =>
  isRoot() && !reachableByNobody(folder) ? join(SHARED, id, name) : join(folder, name)
