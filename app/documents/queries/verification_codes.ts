import { randomFillSync } from 'node:crypto'
import { RANDOM_LETTERS, verificationCode } from '#documents/domain/verification_code'

export { groupCode, randomLetters, readCode, readLetters } from '#documents/domain/verification_code'

const pool = new Uint8Array(RANDOM_LETTERS * 200)
let used = pool.length

/** A verification code that nobody has seen: random bytes are drawn for two hundred at once. */
export function newVerificationCode(nowMs: number): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += RANDOM_LETTERS
  return verificationCode(nowMs, pool.subarray(used - RANDOM_LETTERS, used))
}
