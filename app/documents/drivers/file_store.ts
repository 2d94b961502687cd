import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileTooLargeError } from '#documents/errors'

export interface StoredFile {
  sha256: string
  size: number
  head: Uint8Array
  path: string
}

/** How many first bytes are kept for telling the type. */
const HEAD = 8192

/**
 * Files by content, at `<root>/<municipality>/<sha256>`: the same bytes are kept once, a name never
 * reaches the disk, and a file is whole or not there.
 */
export class FileStore {
  constructor(private root: string) {}

  pathOf = (municipalityId: string, sha256: string) =>
    join(this.root, municipalityId, sha256.slice(0, 2), sha256)

  async put(municipalityId: string, source: Readable, limit: number): Promise<StoredFile> {
    const folder = join(this.root, municipalityId)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const temporary = join(folder, `.${randomUUID()}`)
    const hash = createHash('sha256')
    const head: Buffer[] = []
    let size = 0
    try {
      await pipeline(
        source,
        async function* (chunks) {
          for await (const chunk of chunks as AsyncIterable<Buffer>) {
            if (size < HEAD) head.push(chunk.subarray(0, HEAD - size))
            size += chunk.length
            // Read to its end all the same: whoever parses the post waits for that.
            if (size > limit) continue
            hash.update(chunk)
            yield chunk
          }
          if (size > limit) throw new FileTooLargeError()
        },
        createWriteStream(temporary, { mode: 0o600, flush: true })
      )
      const sha256 = hash.digest('hex')
      const path = this.pathOf(municipalityId, sha256)
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
      await rename(temporary, path)
      await syncFolder(join(folder, sha256.slice(0, 2)))
      return { sha256, size, head: Buffer.concat(head), path }
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  read = (municipalityId: string, sha256: string) => createReadStream(this.pathOf(municipalityId, sha256))

  async size(municipalityId: string, sha256: string): Promise<number | null> {
    return stat(this.pathOf(municipalityId, sha256)).then(
      ({ size }) => size,
      () => null
    )
  }

  /** Every whole file of a town. */
  async *list(municipalityId: string): AsyncGenerator<{ sha256: string; storedAt: Date }> {
    const folder = join(this.root, municipalityId)
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name)) continue
      const found = await stat(join(entry.parentPath, entry.name)).catch(() => null)
      if (found) yield { sha256: entry.name, storedAt: found.mtime }
    }
  }

  async remove(municipalityId: string, sha256: string): Promise<void> {
    await rm(this.pathOf(municipalityId, sha256), { force: true })
  }
}

/** A rename survives a power cut once its folder is on the disk. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
