import { begins, bent, plain, plainWords } from '#core/word_forms'
import { holderOf, tidyIdNumber } from '#forms/index'

const formsOf = (word: string): string[] => [
  begins(word) ? `'${word}':*` : `'${word}'`,
  ...bent(word).map((form) => `'${form}'`),
]

/**
 * What somebody typed, as a question to the index: every word of it in some form, or all of it as one identity number
 * ("12.345.678-Z"). Empty where there is no word in it.
 */
export function askedWords(question: string): string {
  const words = plainWords(question)
  if (words.length === 0) return ''
  const all = words.map((word) => `(${formsOf(word).join(' | ')})`).join(' & ')
  const number = tidyIdNumber(question)
  return holderOf(number) ? `(${all}) | '${plain(number)}'` : all
}
