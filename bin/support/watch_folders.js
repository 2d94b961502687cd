import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { onStop } from './lifecycle.js'

const EVERY_MS = 400

/** What editors leave beside a file while they write it. */
const isPassing = (name) => name.startsWith('.') || name.endsWith('~')

/** One line for each file under a path: another where it was written, replaced, added or removed. */
function linesOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat ? [`${path} ${stat.ino} ${stat.size} ${stat.mtimeMs}`] : []
  try {
    return readdirSync(path)
      .filter((name) => !isPassing(name))
      .flatMap((name) => linesOf(join(path, name)))
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

/**
 * Calls `changed` when something under `paths` is other than before, once it has come to rest. It looks instead of
 * listening: an ear at a file is lost when an editor puts another in its place, and is deaf on shared disks.
 */
export function watchFolders(paths, changed, { every = EVERY_MS } = {}) {
  const look = () => paths.flatMap(linesOf).join('\n')
  let seen = look()
  let moving = false
  const timer = setInterval(() => {
    const now = look()
    const still = now === seen
    seen = now
    if (still && moving) changed()
    moving = !still
  }, every)
  onStop(() => clearInterval(timer))
}
