import { randomFillSync } from 'node:crypto'

const pool = new Uint8Array(4096)
let used = pool.length
let lastMs = 0
let counter = 0

function randomBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += count
  return pool.subarray(used - count, used)
}

/** The id that stands before all others: where reading a table page by page begins. */
export const NIL = '00000000-0000-0000-0000-000000000000'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/**
 * A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a 12-bit counter that makes the ids of
 * one process rise within a millisecond, then 62 random bits.
 */
export function uuidv7(nowMs: number = Date.now()): string {
  if (nowMs === lastMs) counter = (counter + 1) & 0xfff
  else {
    lastMs = nowMs
    counter = ((randomBytes(1)[0] ?? 0) << 2) & 0x3ff
  }
  const time = nowMs.toString(16).padStart(12, '0')
  const tail = hex(randomBytes(8))
  const variant = ((parseInt(tail[0] as string, 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
}

/** A UUIDv7 of an instant that sorts after `earlier`, whoever made that one and whatever their clock said. */
export function uuidv7After(earlier: string | null, nowMs: number = Date.now()): string {
  const id = uuidv7(nowMs)
  if (!earlier || id > earlier) return id
  const next = (BigInt(`0x${earlier.slice(0, 8)}${earlier.slice(9, 13)}${earlier.slice(15, 18)}`) + 1n)
    .toString(16)
    .padStart(15, '0')
  return `${next.slice(0, 8)}-${next.slice(8, 12)}-7${next.slice(12)}${id.slice(18)}`
}

/** How much of an id tells its millisecond. */
const MILLISECOND = 13
let risen = ''

/**
 * A UUIDv7 that sorts after every earlier one of its millisecond that this function gave, also while a moved
 * clock stands still and other ids are made in between: for what is read in the order of its ids.
 */
export function risingUuidv7(nowMs: number = Date.now()): string {
  const sameMs = firstUuidv7(nowMs).slice(0, MILLISECOND) === risen.slice(0, MILLISECOND)
  return (risen = uuidv7After(sameMs ? risen : null, nowMs))
}

/** The smallest UUIDv7 of an instant: where a partition by year begins. */
export const firstUuidv7 = (ms: number): string => {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
