import { ownText } from '#catalogue/domain/texts'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** Whose words something is told in: a procedure's and the house's, in one language. */
export interface Tale {
  procedure: CompiledProcedure
  lang: string
  /** A text of the house. */
  t(key: string, params?: Record<string, string | number>): string
}

export const own = ({ procedure, lang }: Tale, id: string): string | null =>
  ownText(procedure.texts, lang, id)

/** Kinds that people know without a name of their own. */
const NAMELESS = ['exclusive_gateway', 'inclusive_gateway', 'event_gateway', 'parallel_gateway']

const nameOf = (tale: Tale, element: string): string | null =>
  own(tale, `tasks.${element}`) ?? tale.procedure.graph.nodes[element]?.name ?? null

/** What people call an element, in the marks of the language: as its procedure or its drawing says, else what it is. */
export function elementName(tale: Tale, element: string): string {
  const name = nameOf(tale, element)
  const kind = tale.procedure.graph.nodes[element]?.kind ?? ''
  if (name === null && NAMELESS.includes(kind)) return tale.t(`catalogue.kinds.${kind}`)
  return tale.t('catalogue.kinds.named', { name: name ?? element })
}

/** The same without marks, for where it stands alone. */
export const plainName = (tale: Tale, element: string): string => nameOf(tale, element) ?? element
