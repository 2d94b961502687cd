/** Crockford's base32: no I, L, O or U, so that nobody mistakes a letter for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const HOUR = 3_600_000
/** Hours are counted from here; twenty bits of them last until 2139. */
const EPOCH = Date.UTC(2020, 0, 1)
const TIME_LETTERS = 4
export const RANDOM_LETTERS = 20
const GROUP = 4

export const CODE_LENGTH = TIME_LETTERS + RANDOM_LETTERS

/**
 * A verification code (Law 40/2015, art. 42.b; RD 203/2021, art. 21): 24 letters of Crockford's base32, stored
 * ungrouped. The first four count hours, so that codes fall side by side in their index; the other twenty
 * carry 100 random bits, so that none can be guessed.
 */
export function verificationCode(nowMs: number, random: Uint8Array): string {
  let hours = Math.floor((nowMs - EPOCH) / HOUR) & 0xfffff
  let prefix = ''
  for (let i = 0; i < TIME_LETTERS; i += 1) {
    prefix = ALPHABET[hours & 31] + prefix
    hours >>>= 5
  }
  return prefix + randomLetters(random.subarray(0, RANDOM_LETTERS))
}

/** A letter of five random bits for each byte. */
export const randomLetters = (random: Uint8Array): string =>
  Array.from(random, (byte) => ALPHABET[byte & 31]).join('')

/** As printed: `0FX2-9KQ7-...`, six groups of four. */
export const groupCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')

/** The stored form of what a person typed (O for 0, I or L for 1, any case, any grouping), or null. */
export const readCode = (typed: string): string | null => readLetters(typed, CODE_LENGTH)

/** The same of any number of letters. */
export function readLetters(typed: string, length: number): string | null {
  const code = typed
    .replace(/[\s\u2010-\u2015._-]+/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === length && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null
}
