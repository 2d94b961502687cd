/** Fewer letters, or figures, begin too much: such a word is meant whole. */
const SHORTEST = { letters: 3, figures: 5 }

/** Singulars and plurals in Spanish, Valencian and English that the beginning of the word doesn't reach. */
const BENDS: [RegExp, string][] = [
  [/s$/, ''],
  [/ns$/, ''],
  [/es$/, ''],
  [/es$/, 'a'],
  [/ces$/, 'z'],
  [/ies$/, 'y'],
  [/a$/, 'es'],
  [/z$/, 'ces'],
  [/y$/, 'ies'],
]

const LONG_ENOUGH_TO_BEND = 3

const isFigures = (word: string) => /^\d+$/.test(word)

/** Letters without accents, in lower case: what people type is rarely spelt as the ordinance is. */
export const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of a text, plain, in order. A middle point or an apostrophe ends one. */
export const plainWords = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether a word stands for all that begin with it. */
export const begins = (word: string) => word.length >= (isFigures(word) ? SHORTEST.figures : SHORTEST.letters)

/** The other number of a plain word, as far as its ending tells; some of them are no words at all. */
export const bent = (word: string): string[] =>
  isFigures(word) || word.length < LONG_ENOUGH_TO_BEND
    ? []
    : BENDS.filter(([end]) => end.test(word)).map(([end, other]) => word.replace(end, other))
