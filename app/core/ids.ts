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

/** How much of an id tells its millisecond, and where its counter stands. */
const MILLISECOND = 13
const COUNTER = [15, 18] as const
let risen = ''

/**
 * A UUIDv7 that sorts after every earlier one of its millisecond that this function gave, also while a moved
 * clock stands still and other ids are made in between: for what is read in the order of its ids.
 */
export function risingUuidv7(nowMs: number = Date.now()): string {
  const id = uuidv7(nowMs)
  const follows = id > risen || id.slice(0, MILLISECOND) !== risen.slice(0, MILLISECOND)
  const next = (parseInt(risen.slice(...COUNTER), 16) + 1) & 0xfff
  risen = follows ? id : id.slice(0, COUNTER[0]) + next.toString(16).padStart(3, '0') + id.slice(COUNTER[1])
  return risen
}

/** The smallest UUIDv7 of an instant: where a partition by year begins. */
export const firstUuidv7 = (ms: number): string => {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
