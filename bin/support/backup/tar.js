/**
 * The form of a backup is a tar, so that every machine can look into it. Names of ours are short and plain ASCII:
 * what the format can do beyond that is not needed, and is refused on reading.
 */
const BLOCK = 512

/** What a reader throws for bytes that are no tar of ours, or not all of one. */
export class ArchiveError extends Error {
  constructor(kind, message) {
    super(message)
    this.kind = kind
  }
}

const octal = (number, length) => `${number.toString(8).padStart(length - 1, '0')}\0`
const textAt = (block, from, length) => block.toString('latin1', from, from + length).replace(/\0.*$/s, '')
const numberAt = (block, from, length) => parseInt(textAt(block, from, length).trim() || '0', 8)

function checksum(block) {
  let sum = 0
  // The sum counts its own eight bytes as spaces.
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : block[at]
  return sum
}

/** A name beyond a hundred letters stands in two fields, cut at a slash. */
function cut(name) {
  if (name.length <= 100) return ['', name]
  const at = name.lastIndexOf('/')
  return [name.slice(0, at), name.slice(at + 1)]
}

/** The block that goes before the bytes of an entry. */
export function headerOf(name, size, modified) {
  const block = Buffer.alloc(BLOCK)
  const [prefix, rest] = cut(name)
  block.write(rest, 0, 100, 'latin1')
  block.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8), 100, 'latin1')
  block.write(octal(size, 12) + octal(Math.floor(modified / 1000), 12), 124, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  block.write(prefix, 345, 155, 'latin1')
  block.write(`${octal(checksum(block), 7)} `, 148, 'latin1')
  return block
}

/** What fills the last block of an entry. */
export const paddingOf = (size) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

export const END = Buffer.alloc(2 * BLOCK)

/** Bytes as they are asked for, whatever the pieces are in which they come. */
class Bytes {
  #pieces
  #left = Buffer.alloc(0)

  constructor(pieces) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** Up to `count` bytes, as many as there are at hand. */
  async some(count) {
    while (this.#left.length === 0) {
      const { done, value } = await this.#pieces.next()
      if (done) throw new ArchiveError('truncated', 'it ends in the middle')
      this.#left = value
    }
    const taken = this.#left.subarray(0, count)
    this.#left = this.#left.subarray(taken.length)
    return taken
  }

  async *take(count) {
    for (let missing = count; missing > 0;) {
      const piece = await this.some(missing)
      missing -= piece.length
      yield piece
    }
  }

  /** What comes after the end is nothing; that it is whole is known when it was read. */
  async rest() {
    while (!(await this.#pieces.next()).done);
  }

  async block() {
    const pieces = []
    for await (const piece of this.take(BLOCK)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
}

/** The entries of a tar, one after the other: `{ name, size, modified, content }`. What of a content nobody reads is passed over. */
export async function* entriesOf(pieces) {
  const bytes = new Bytes(pieces)
  for (;;) {
    const block = await bytes.block()
    if (block.every((byte) => byte === 0)) return bytes.rest()
    if (textAt(block, 257, 5) !== 'ustar' || numberAt(block, 148, 8) !== checksum(block))
      throw new ArchiveError('foreign', 'it is no archive')
    const [prefix, rest, size] = [textAt(block, 345, 155), textAt(block, 0, 100), numberAt(block, 124, 12)]
    const content = bytes.take(size)
    yield {
      name: prefix ? `${prefix}/${rest}` : rest,
      size,
      modified: numberAt(block, 136, 12) * 1000,
      content,
    }
    for await (const piece of content) void piece
    for await (const piece of bytes.take(paddingOf(size).length)) void piece
  }
}

/** The bytes of an entry that is small, and no larger than it may be. */
export async function wholeOf({ name, size, content }, limit = 2 ** 26) {
  if (size > limit) throw new ArchiveError('altered', `${name} is too large`)
  const pieces = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
