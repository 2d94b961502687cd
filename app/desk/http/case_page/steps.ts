import type { HistoryLine } from '#cases/queries/case_page'
import type { Json } from '#core/json'
import type { LineWords } from '#desk/http/case_page/history'
import { waysIn } from '#desk/http/case_page/why'

/** What a step of the procedure brought: the end, a phase, a trouble, a term or a message; else just a step. */
export function stepTitle(data: HistoryLine['data'], { procedure, speech }: LineWords): string {
  const { t, of } = speech
  const text = (value: Json | undefined) => String(value)
  const [event = '', what = ''] = text(data.event).split(' ')
  const element = what.split(':')[0] ?? ''
  if (data.incident)
    return t('desk.history.incident', { reason: t(`cases.incidents.${text(data.incident)}`) })
  if (data.outcome)
    return t('desk.history.closed', {
      outcome: of(procedure, `outcomes.${text(data.outcome)}`) ?? text(data.outcome),
    })
  if (event === 'trigger') return of(procedure, `tasks.${element}`) ?? t('desk.history.term')
  if (data.phase)
    return t('desk.history.phase', { phase: of(procedure, `phases.${text(data.phase)}`) ?? text(data.phase) })
  return event === 'message' && FROM_THE_PARTY.includes(what)
    ? t('desk.history.message')
    : t('cases.history.step')
}

/** The messages that whoever a case is about sends it; what all others tell has a line of its own. */
const FROM_THE_PARTY = ['withdrawal']

/** Reaching these begins a wait: a term has not ended, nor has a message come. */
const WAITS = ['timer_catch', 'message_catch', 'receive_task']

/** They only show the way: why it was taken is told apart. */
const SIGNPOSTS = ['exclusive_gateway', 'inclusive_gateway', 'event_gateway']

const kindIn = ({ procedure }: LineWords, element: string) => procedure.graph.nodes[element]?.kind ?? ''

/** The steps that have a name in the procedure, in the order they were taken; what was decided, where it led straight to a wait. */
export function passed(line: HistoryLine, words: LineWords): string[] {
  const names = named(line.data, words, (kind) => ![...WAITS, ...SIGNPOSTS].includes(kind))
  const { procedure, speech } = words
  return names.length > 0 ? names : waysIn(line, { procedure, lang: speech.lang, t: speech.t })
}

/** What people have had to do since. */
export const begun = (data: HistoryLine['data'], words: LineWords): string[] =>
  named(data, words, (kind) => kind === 'user_task')

const named = (data: HistoryLine['data'], words: LineWords, wanted: (kind: string) => boolean): string[] =>
  (Array.isArray(data.entered) ? data.entered : [])
    .map(String)
    .filter((element) => wanted(kindIn(words, element)))
    .map((element) => words.speech.of(words.procedure, `tasks.${element}`))
    .filter((name): name is string => name !== null)
