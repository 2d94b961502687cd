import { createHash } from 'node:crypto'

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** What an archive holds, as it is written or read: each entry is told by its name, its size and its digest. */
export class Ledger {
  #running = createHash('sha256')
  #entries = 0
  #bytes = 0
  #parts = new Map()

  /** Files are named by their digest; what else there is keeps its own, so that a fault has a name. */
  note(name, size, digest) {
    this.#running.update(`${name} ${size} ${digest}\n`)
    this.#entries += 1
    this.#bytes += size
    if (!name.startsWith('files/')) this.#parts.set(name, digest)
  }

  /** The whole so far, as the manifest says it. */
  sum() {
    const digest = this.#running.copy().digest('hex')
    return { entries: this.#entries, bytes: this.#bytes, digest, parts: Object.fromEntries(this.#parts) }
  }
}

/** The first part in which two sums differ, or null where they are the same. */
export function differenceOf(said, found) {
  for (const name of new Set([...Object.keys(said.parts ?? {}), ...Object.keys(found.parts)]))
    if (said.parts?.[name] !== found.parts[name]) return name
  return said.digest === found.digest && said.entries === found.entries ? null : 'files'
}
