import { type RateWords, valueInWords } from '#catalogue/queries/prices'
import { townOn } from '#catalogue/queries/seams'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'

/** What the town says on a sheet by itself (`shows`), on a day, in the lines that it wrote. */
export function townNotes(procedure: CompiledProcedure, day: string, words: RateWords) {
  const { town = {} } = townOn(procedure, day)
  return procedure.seams
    .filter(({ shows }) => shows === 'sheet')
    .map((seam) => ({
      title: textOf(procedure.texts, words.lang, `seams.${seam.id}.title`),
      lines: valueInWords(seam, town[seam.id] ?? null, procedure, words)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }))
    .filter(({ lines }) => lines.length > 0)
}
