import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One hash for a list of strings and buffers; the length of each part is hashed too. */
export function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) {
    hash.update(`${Buffer.byteLength(part)}:`)
    hash.update(part)
  }
  return hash.digest('hex')
}

/** What an installation depends on: the lock, the machine and the binary interface of Node. */
export const installHash = ({ lock, platform, arch, abi }) => hashOf([lock, platform, arch, abi])

/** Whether what was installed serves what is wanted: a full installation serves production too. */
export const serves = (found, wanted) =>
  found?.hash === wanted.hash && (found.mode === wanted.mode || found.mode === 'full')

/** Whether what was installed is a part of what is wanted, whole in itself: a cut-off addition leaves `adding`, and maybe halves of packages. */
export const isPartOf = (found, wanted) => found?.hash === wanted.hash && !found.adding

/** Names and contents of all files under `paths` (files or folders), in a stable order. */
export function contentsOf(paths) {
  const parts = []
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else if (stat?.isFile()) parts.push(path, readFileSync(path))
  }
  paths.forEach(visit)
  return parts
}

/** The JSON in a small file, or null when it is missing or unreadable. */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Written aside and moved into place: a full disk or a cut leaves the old file or none, never half of one. */
export function writeStamp(file, stamp, mode = 0o644) {
  writeFileSync(`${file}.new`, `${JSON.stringify(stamp, null, 2)}\n`, { mode })
  renameSync(`${file}.new`, file)
}
