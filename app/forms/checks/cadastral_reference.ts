const SHAPE = /^[0-9A-ZÑ]{14}\d{4}[A-Z]{2}$/
const WEIGHTS = [13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1]
const CONTROLS = 'MQWERTYUIOPASDFGHJKLBZX'

/** A letter counts by its place in the Spanish alphabet, A = 1: between the N and the O there is one more. */
function valueOf(character: string): number {
  if (character <= '9') return Number(character)
  if (character > 'Z') return 15
  return character.charCodeAt(0) - 64 + (character > 'N' ? 1 : 0)
}

const control = (characters: string): string => {
  const sum = [...characters].reduce((all, one, index) => all + valueOf(one) * (WEIGHTS[index] as number), 0)
  return CONTROLS[sum % CONTROLS.length] as string
}

/** Whether a text is as long as a cadastral reference and made like one, whatever its control letters. */
export const looksCadastral = (reference: string): boolean => SHAPE.test(reference)

/**
 * Whether a cadastral reference (20 capitals and digits, no spaces) carries its two right control letters: one
 * over its first half and the number of the unit, one over its second half and that number.
 */
export function isCadastralReference(reference: string): boolean {
  if (!looksCadastral(reference)) return false
  const unit = reference.slice(14, 18)
  return (
    reference.slice(18) === control(reference.slice(0, 7) + unit) + control(reference.slice(7, 14) + unit)
  )
}

/** As people write it, made into the form that is kept. */
export const tidyCadastralReference = (text: string): string => text.toUpperCase().replace(/[\s.-]/g, '')
