import { leafAt } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'

/** Letters without accents, in lower case: what people type is rarely spelt as the ordinance is. */
export const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const FIELDS = ['sheet.title', 'sheet.purpose', 'sheet.who', 'sheet.requirements', 'sheet.keywords']

/**
 * The procedures that speak of every word of a query, in any language: a title that says it comes first.
 */
export function searchProcedures(procedures: CompiledProcedure[], query: string): CompiledProcedure[] {
  const words = plain(query).split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return procedures
  const scored = procedures.map((procedure) => {
    const texts = Object.values(procedure.texts)
    const read = (ids: string[]) =>
      plain(texts.flatMap((tree) => ids.flatMap((id) => leafAt(tree, id) ?? [])).join(' '))
    const [title, all] = [read(['sheet.title']), read(FIELDS)]
    const hits = words.filter((word) => all.includes(word)).length
    return {
      procedure,
      score: hits < words.length ? 0 : 1 + words.filter((word) => title.includes(word)).length,
    }
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ procedure }) => procedure)
}
