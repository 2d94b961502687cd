import { randomBytes } from 'node:crypto'
import { newSalt } from '#core/hash_chain'
import { risingUuidv7, uuidv7 } from '#core/ids'
import { newVerificationCode, randomLetters } from '#documents/queries/verification_codes'
import { FOLLOW_UP_LETTERS } from '#filings/domain/follow_up_code'

/** What is another each time. It is handed to what plans: with the same chance the same filing has the same plan. */
export interface Chance {
  newId(): string
  /** For what is read in the order of its ids. */
  risingId(nowMs: number): string
  newSalt(): string
  newCode(nowMs: number): string
}

export const chance: Chance = { newId: uuidv7, risingId: risingUuidv7, newSalt, newCode: newVerificationCode }

/** The code with which somebody comes back to what they file without saying who they are. */
export const newFollowUpCode = (): string => randomLetters(randomBytes(FOLLOW_UP_LETTERS))
