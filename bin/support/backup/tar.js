/** The form of a backup is a tar, so that every machine can look into it. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'

/** What a reader throws for bytes that are no tar of ours, or not all of one. */
export class ArchiveError extends Error {
  constructor(kind, message) {
    super(message)
    this.kind = kind
  }
}

/** The bytes of a tar of these entries, `{ name, size, modified, content }`, each taken when the one before it was read. */
export async function* packed(entries) {
  const pack = tar.pack()
  const filled = fill(pack, entries).catch((error) => pack.destroy(error))
  yield* pack
  await filled
}

async function fill(pack, entries) {
  for await (const { name, size, modified, content } of entries)
    await pipeline(
      Readable.from(content, { objectMode: false }),
      pack.entry({ name, size, mode: 0o600, mtime: new Date(modified) })
    )
  pack.finalize()
}

/** The entries of a tar, one after the other, as they were packed. What of a content nobody reads is passed over. */
export async function* entriesOf(pieces) {
  const extract = tar.extract()
  const read = pipeline(Readable.from(pieces, { objectMode: false }), extract).catch((error) =>
    extract.destroy(error)
  )
  try {
    for await (const entry of extract) {
      const { name, size, mtime } = entry.header
      yield { name, size, modified: mtime.getTime(), content: entry }
      entry.resume()
    }
    await read
  } catch (error) {
    throw told(error)
  }
}

/** The library has one kind of error, and its words are all that tells them apart. */
function told(error) {
  if (/^Unexpected end/.test(error.message)) return new ArchiveError('truncated', 'it ends in the middle')
  if (/^Invalid tar/.test(error.message)) return new ArchiveError('foreign', 'it is no archive')
  return error
}

/** The bytes of an entry that is small, and no larger than it may be. */
export async function wholeOf({ name, size, content }, limit = 2 ** 26) {
  if (size > limit) throw new ArchiveError('altered', `${name} is too large`)
  const pieces = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
