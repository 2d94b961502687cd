import type { HistoryLine } from '#cases/queries/case_page'
import type { CompiledProcedure } from '#catalogue/types'
import { figuresOf } from '#core/locale'
import type { Json } from '#core/json'
import type { HistoryWords } from '#folder/domain/case_history'

const KINDS = ['term_recounted', 'term_extended', 'urgency_declared']

/** The last days that a line of a history has moved and that concern whoever waits: to resolve, and to answer what they were asked. */
export function movedDaysIn(
  { kind, data }: HistoryLine,
  { graph }: CompiledProcedure,
  { lang, t }: Pick<HistoryWords, 'lang' | 't'>
): string {
  if (!KINDS.includes(kind)) return ''
  const { date } = figuresOf(lang)
  const told = (name: string, to: Json | undefined, from: Json | undefined): string[] =>
    typeof to === 'string' && typeof from === 'string' && to !== from
      ? [t('folder.dates.moved', { name: t(`folder.dates.${name}`), to: date(to), from: date(from) })]
      : []
  const isAsked = (element: string) =>
    Object.values(graph.nodes).some(
      ({ role, boundaries }) => role === 'citizen' && boundaries.includes(element)
    )
  const timers = (Array.isArray(data['timers']) ? data['timers'] : []) as Record<string, Json>[]
  const answers = timers.filter(({ element }) => isAsked(String(element)))
  return [
    ...told('resolution', data['dueOn'], data['before']),
    ...answers.flatMap(({ lastDay, before }) => told('answer', lastDay, before)),
  ].join(' ')
}
