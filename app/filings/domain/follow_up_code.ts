import { sha256Hex } from '#core/digest'
import { readLetters } from '#documents/queries/verification_codes'

/** A hundred random bits: none can be guessed. Shorter than a verification code, so that neither is taken for the other. */
export const FOLLOW_UP_LETTERS = 20

/** The code that somebody typed, as it is kept, or null where no code reads like that. */
export const readFollowUpCode = (typed: string): string | null => readLetters(typed, FOLLOW_UP_LETTERS)

/**
 * By what a code is looked up. How far a wrong one agrees with a right one can't be told from the time that an answer
 * takes: their digests have nothing in common.
 */
export const followUpDigest = (code: string): string => sha256Hex(`finestra-follow-up-1\n${code}`)
