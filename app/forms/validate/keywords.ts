import { atLeast, atMost, isMultiple } from '#forms/checks/decimal'
import { holderOf } from '#forms/checks/id_number'

/** The words of the dialect that JSON Schema lacks: whether a text keeps within the keyword's value. */
export const keywordChecks: Record<string, (text: string, limit: string) => boolean> = {
  decimalMinimum: atLeast,
  decimalMaximum: atMost,
  decimalMultipleOf: isMultiple,
  // ISO days sort as text.
  dateMinimum: (day, first) => day >= first,
  dateMaximum: (day, last) => day <= last,
  holder: (number, holder) => [holder, null].includes(holderOf(number)),
}
