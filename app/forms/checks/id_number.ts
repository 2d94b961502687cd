/** Who a number identifies: a person (DNI, NIE, NIF K, L, M) or an entity (the NIF once called CIF). */
export type Holder = 'person' | 'entity'

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'
const ENTITY_LETTERS = 'JABCDEFGHI'

const letterOf = (digits: string): string => LETTERS[Number(digits) % 23] as string

/** The two controls an entity's number may carry: a digit and a letter. */
function entityControl(digits: string): [string, string] {
  let sum = 0
  for (const [index, character] of [...digits].entries()) {
    const doubled = index % 2 === 0 ? Number(character) * 2 : Number(character)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  const control = (10 - (sum % 10)) % 10
  return [String(control), ENTITY_LETTERS[control] as string]
}

const shapes: { shape: RegExp; holder: Holder; holds: (number: string) => boolean }[] = [
  { shape: /^\d{8}[A-Z]$/, holder: 'person', holds: (n) => letterOf(n.slice(0, 8)) === n[8] },
  {
    shape: /^[XYZ]\d{7}[A-Z]$/,
    holder: 'person',
    holds: (n) => letterOf(`${'XYZ'.indexOf(n[0] as string)}${n.slice(1, 8)}`) === n[8],
  },
  { shape: /^[KLM]\d{7}[A-Z]$/, holder: 'person', holds: (n) => letterOf(n.slice(1, 8)) === n[8] },
  {
    shape: /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/,
    holder: 'entity',
    holds: (n) => entityControl(n.slice(1, 8)).includes(n[8] as string),
  },
]

const shapeOf = (number: string) => shapes.find(({ shape }) => shape.test(number))

/** Whose kind of number this is, judged by its shape alone; null when it has none. */
export const holderOf = (number: string): Holder | null => shapeOf(number)?.holder ?? null

/**
 * Whether a Spanish identity number (DNI, NIE or NIF: capitals, no spaces) carries the right control.
 * Entities may carry a digit or a letter: both are met in practice.
 */
export const isIdNumber = (number: string): boolean => shapeOf(number)?.holds(number) ?? false

/** As people write it ("12.345.678-z", "1234567l") made into the form that is kept. */
export function tidyIdNumber(text: string): string {
  const number = text.toUpperCase().replace(/[\s.\-/]/g, '')
  return /^\d{7}[A-Z]$/.test(number) ? `0${number}` : number
}
