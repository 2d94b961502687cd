import { holderOf, tidyIdNumber } from '#forms/index'

/** Fewer letters, or figures, begin too much: such a word is meant whole. */
const SHORTEST = { letters: 3, figures: 5 }

/** Singulars and plurals in Spanish and Valencian that the beginning of the word doesn't reach. */
const FORMS: [RegExp, string][] = [
  [/s$/, ''],
  [/ns$/, ''],
  [/es$/, ''],
  [/es$/, 'a'],
  [/ces$/, 'z'],
  [/a$/, 'es'],
  [/z$/, 'ces'],
]

const LONG_ENOUGH_TO_BEND = 3

/** Without accents and capitals, as the index keeps them. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function formsOf(word: string): string[] {
  const figures = /^\d+$/.test(word)
  const begins = word.length >= (figures ? SHORTEST.figures : SHORTEST.letters)
  const bent =
    figures || word.length < LONG_ENOUGH_TO_BEND
      ? []
      : FORMS.filter(([end]) => end.test(word)).map(([end, other]) => word.replace(end, other))
  return [begins ? `'${word}':*` : `'${word}'`, ...bent.map((form) => `'${form}'`)]
}

/**
 * What somebody typed, as a question to the index: every word of it in some form, or all of it as one identity number
 * ("12.345.678-Z"). Empty where there is no word in it.
 */
export function askedWords(question: string): string {
  const words = plain(question).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return ''
  const all = words.map((word) => `(${formsOf(word).join(' | ')})`).join(' & ')
  const number = tidyIdNumber(question)
  return holderOf(number) ? `(${all}) | '${plain(number)}'` : all
}
