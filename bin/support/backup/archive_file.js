import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { onStop } from '../lifecycle.js'
import { OperatorError } from '../operator_error.js'
import { syncFolder } from './sync_folder.js'

const { ZSTD_c_checksumFlag: CHECKSUM, ZSTD_c_compressionLevel: LEVEL } = zlib.constants

/** Writes `pieces` compressed to a file that is whole or not there, for this user only: `{ size, digest }`. */
export async function writeArchive(file, pieces) {
  if (existsSync(file)) throw new OperatorError('BACKUP_EXISTS', { file })
  const making = `${file}.part`
  rmSync(making, { force: true })
  const forget = onStop(() => rmSync(making, { force: true }))
  const hash = createHash('sha256')
  let size = 0
  try {
    await pipeline(
      pieces,
      zlib.createZstdCompress({ params: { [LEVEL]: 3, [CHECKSUM]: 1 } }),
      async function* (compressed) {
        for await (const bytes of compressed) {
          hash.update(bytes)
          size += bytes.length
          yield bytes
        }
      },
      createWriteStream(making, { flags: 'wx', mode: 0o600, flush: true })
    )
    renameSync(making, file)
    await syncFolder(dirname(file))
  } catch (error) {
    rmSync(making, { force: true })
    throw error
  } finally {
    forget()
  }
  return { size, digest: hash.digest('hex') }
}

/** The bytes of such a file as they were before they were compressed. */
export async function* readArchive(file) {
  const source = createReadStream(file)
  const inflated = zlib.createZstdDecompress()
  source.once('error', (error) => inflated.destroy(error))
  try {
    yield* source.pipe(inflated)
  } finally {
    source.destroy()
    inflated.destroy()
  }
}
