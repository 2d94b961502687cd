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
const NAMELESS = [
  'start_event',
  'exclusive_gateway',
  'inclusive_gateway',
  'event_gateway',
  'parallel_gateway',
]

/** What its procedure calls it; of an end, how the case ends there. A drawing has its names in one language only. */
function nameOf(tale: Tale, element: string): string | null {
  const { name = null, data, kind } = tale.procedure.graph.nodes[element] ?? {}
  const { outcome } = (data ?? {}) as { outcome?: string | null }
  const ends = outcome ? own(tale, `outcomes.${outcome}`) : null
  return own(tale, `tasks.${element}`) ?? ends ?? (kind === 'start_event' ? null : name)
}

/** What people call an element, in the marks of the language: as its procedure or its drawing says, else what it is. */
export function elementName(tale: Tale, element: string): string {
  const name = nameOf(tale, element)
  const kind = tale.procedure.graph.nodes[element]?.kind ?? ''
  if (name === null && NAMELESS.includes(kind)) return tale.t(`catalogue.kinds.${kind}`)
  return tale.t('catalogue.kinds.named', { name: name ?? element })
}

/** The same without marks, for where it stands alone. */
export const plainName = (tale: Tale, element: string): string => nameOf(tale, element) ?? element
