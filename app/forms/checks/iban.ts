const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/
const SPANISH = /^ES\d{22}$/
const CCC = /^\d{20}$/

/** ISO 13616: the first four characters last, letters as numbers from A = 10, and the rest of 97 is 1. */
function restOf97(iban: string): number {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

function controlDigit(digits: string): string {
  const weighted = [...digits].reduce((sum, digit, index) => sum + Number(digit) * 2 ** index, 0)
  const control = 11 - (weighted % 11)
  return String(control === 11 ? 0 : control === 10 ? 1 : control)
}

/**
 * Whether a Spanish account number (CCC, 20 digits) carries its two right control digits: one over bank
 * and branch, one over the account.
 */
export function isCcc(number: string): boolean {
  if (!CCC.test(number)) return false
  const controls = controlDigit(`00${number.slice(0, 8)}`) + controlDigit(number.slice(10))
  return controls === number.slice(8, 10)
}

/**
 * Whether an account number (capitals, no spaces) carries the right check of ISO 13616; a Spanish one has 24
 * characters. The older digits of the CCC within are not asked for: the reference holds an account without them.
 */
export const isIban = (iban: string): boolean =>
  SHAPE.test(iban) && restOf97(iban) === 1 && (!iban.startsWith('ES') || SPANISH.test(iban))

/** As people write it, made into the form that is kept. A bare CCC becomes the IBAN that it is. */
export function tidyIban(text: string): string {
  const number = text
    .toUpperCase()
    .replace(/^IBAN/, '')
    .replace(/[\s.-]/g, '')
  if (!isCcc(number)) return number
  const check = 98 - restOf97(`ES00${number}`)
  return `ES${String(check).padStart(2, '0')}${number}`
}
