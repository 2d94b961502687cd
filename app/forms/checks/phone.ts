const INTERNATIONAL = /^\+[1-9]\d{6,14}$/
const SPANISH = /^\+34[5-9]\d{8}$/

/** Whether a number is a whole one in the form of ITU-T E.164 (`+34600111222`). */
export const isPhone = (number: string): boolean =>
  INTERNATIONAL.test(number) && (!number.startsWith('+34') || SPANISH.test(number))

/** As people write it, made into the form that is kept. Nine digits are a Spanish number. */
export function tidyPhone(text: string): string {
  const number = text.replace(/[\s.\-()/]/g, '').replace(/^00/, '+')
  return /^[5-9]\d{8}$/.test(number) ? `+34${number}` : number
}

/** `+34 600 111 222`: in groups, for reading aloud. */
export const spacedPhone = (number: string): string =>
  SPANISH.test(number) ? `+34 ${number.slice(3).replace(/(\d{3})(?=\d)/g, '$1 ')}` : number
