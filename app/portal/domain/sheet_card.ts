import type { CompiledProcedure } from '#catalogue/types'
import { textOf } from '#catalogue/queries/texts'

export interface SheetCard {
  title: string
  summary: string
  href: string
}

export const hrefOf = (slug: string) => `/procedures/${slug}`

/** A procedure as lists show it. */
export const sheetCard = (procedure: CompiledProcedure, lang: string): SheetCard => ({
  title: textOf(procedure.texts, lang, 'sheet.title'),
  summary: textOf(procedure.texts, lang, 'sheet.purpose'),
  href: hrefOf(procedure.slug),
})
