import { leafAt } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { begins, bent, plainWords } from '#core/word_forms'
import { saysNothing } from '#portal/domain/small_words'

/** What is looked in, and what it counts for. `sheet.words` is shown nowhere: it is what people call the matter. */
const PARTS = [
  { ids: ['sheet.title'], weight: 8 },
  { ids: ['sheet.words'], weight: 4 },
  { ids: ['sheet.purpose', 'sheet.who', 'sheet.requirements'], weight: 1 },
]

/** “Sol·licitud” is typed with its point or without. */
const wordsOf = (text: string) => plainWords(text.replaceAll('·', ''))

type Part = { weight: number; words: string[] }

const read = new WeakMap<CompiledProcedure, Part[]>()

function partsOf(procedure: CompiledProcedure): Part[] {
  const known = read.get(procedure)
  if (known) return known
  const texts = Object.values(procedure.texts)
  const parts = PARTS.map(({ ids, weight }) => {
    const leaves = texts.flatMap((tree) => ids.flatMap((id) => leafAt(tree, id) ?? []))
    return { weight, words: [...new Set(leaves.flatMap(wordsOf))] }
  })
  read.set(procedure, parts)
  return parts
}

/** Whether a word that was asked for is said, in its other number or as the beginning of a longer one, too. */
function saidIn(asked: string): (words: string[]) => boolean {
  const forms = new Set([asked, ...bent(asked)])
  return (words) => words.some((word) => forms.has(word) || (begins(asked) && word.startsWith(asked)))
}

/** What a procedure counts for: nothing unless it says every word that was asked for. */
function score(procedure: CompiledProcedure, asked: ReturnType<typeof saidIn>[]): number {
  const parts = partsOf(procedure)
  const best = asked.map((said) => Math.max(0, ...parts.map((part) => (said(part.words) ? part.weight : 0))))
  return best.includes(0) ? 0 : best.reduce((sum, weight) => sum + weight, 0)
}

/**
 * The procedures that speak of every word of a query, in any language: a title that says it comes first, then the words
 * that people use for it. Small words say nothing, unless there are no others.
 */
export function searchProcedures(procedures: CompiledProcedure[], query: string): CompiledProcedure[] {
  const words = wordsOf(query)
  const telling = words.filter((word) => !saysNothing(word))
  const asked = (telling.length > 0 ? telling : words).slice(0, 8).map(saidIn)
  if (asked.length === 0) return procedures
  return procedures
    .map((procedure) => ({ procedure, score: score(procedure, asked) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ procedure }) => procedure)
}
