import type { Done } from '#cases/queries/receipts'
import { chronological } from '#cases/queries/chronological'
import { toldAs } from '#cases/queries/told_as'
import type { HistoryLine } from '#cases/queries/case_page'
import type { CaseVersions } from '#cases/queries/versions_of_case'
import { elementName } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { figuresOf } from '#core/locale'
import type { Json } from '#core/json'
import { actorOf } from '#desk/http/case_page/actor'
import { mendedWords } from '#desk/http/case_page/mended'
import { othersOf } from '#desk/http/case_page/others'
import { waysIn, whysOf } from '#desk/http/case_page/why'
import type { Speech } from '#desk/http/speech'
import { doneWords } from '#desk/http/versions/done_words'
import { numbersOf } from '#desk/http/versions/run_lines'
import type { HistoryItem } from '#desk/types'

interface LineWords extends HistoryWords {
  procedure: CompiledProcedure
}

export interface HistoryWords {
  /** What happened is told in the words of the version of its time. */
  versions: CaseVersions
  speech: Speech
  applicant: string
  /** Null where nothing was filed: its history begins with its opening. */
  filed: { at: Date; number: string } | null
  /** Names by id: units, officers, documents; numbers of other cases. */
  names: Map<string, string>
}

/** What happened in a case and why, the newest first, down to its filing or opening; a step that nobody has a name for is not told. */
export function historyOf(lines: HistoryLine[], words: HistoryWords): HistoryItem[] {
  const { speech, versions, filed } = words
  const procedureOf = (line: HistoryLine) => versions.ofLine(line)
  const actor = (line: HistoryLine) => actorOf(line, words)
  const whyOf = whysOf(lines, { speech, actorOf: actor, procedureOf, filed })
  return [
    ...chronological(lines)
      .map((line) => ({ ...itemOf(line, { ...words, procedure: procedureOf(line) }), why: whyOf(line) }))
      .filter(({ automatic, details }) => details.length > 0 || !automatic)
      .reverse(),
    ...(filed ? [filingItem(filed, words)] : []),
  ]
}

const filingItem = (
  { at, number }: NonNullable<HistoryWords['filed']>,
  { speech, applicant }: HistoryWords
): HistoryItem => ({
  id: 'filed',
  at: speech.moment(at),
  title: speech.t('desk.case.filed', { number }),
  automatic: false,
  details: [],
  cases: [],
  actor: applicant,
  why: [],
})

function itemOf(line: HistoryLine, words: LineWords): Omit<HistoryItem, 'why'> {
  const title = line.kind === 'step' ? stepTitle(line.data, words) : plainTitle(line, words)
  const automatic = title === words.speech.t('cases.history.step')
  return {
    id: line.id,
    at: words.speech.moment(line.at),
    title,
    automatic,
    details: detailsOf(line, words, automatic),
    cases: othersOf(line, words.names),
    actor: actorOf(line, words),
  }
}

function detailsOf(line: HistoryLine, words: LineWords, automatic: boolean): string[] {
  const { data, kind } = line
  if (kind === 'step') return automatic ? passed(line, words) : begun(data, words)
  if (kind === 'incident_retried' || kind === 'variables_corrected')
    return [String(data.reason), ...mendedWords(data.variables, words)]
  if (kind === 'task_reported') return [reportOf(line, words), String(data.reason)]
  if (kind === 'message_received' || kind === 'opened_ex_officio')
    return data.name === undefined ? [] : [String(data.name)]
  if (kind === 'term_recounted' || kind === 'term_extended') return recounted(data, words)
  if (kind === 'urgency_declared') return [String(data.reason), ...recounted(data, words)]
  if (REASONED.includes(kind)) return data.reason === undefined ? [] : [String(data.reason)]
  if (kind === 'step_begun' || kind === 'part_closed')
    return [words.speech.of(words.procedure, `tasks.${String(data.element)}`) ?? String(data.element)]
  if (kind === 'version_changed') return versionTurn(line, words)
  if (kind === 'payment_term_moved') return movedPayment(data, words)
  if (kind === 'reminder_sent') return [words.speech.t(`desk.coming.reminder.${String(data.of)}`)]
  return spokenOf(line, words)
}

const REASONED = ['refund_ordered', 'case_modified', 'call_given_up']

/** What was reported, as the event is called that heard it, and of which task. */
const reportOf = ({ data }: HistoryLine, { procedure, speech }: LineWords): string => {
  const named = (element: Json | undefined) =>
    elementName({ procedure, lang: speech.lang, t: speech.t }, String(element))
  return speech.t('desk.history.reported', { what: named(data.heardBy), task: named(data.element) })
}

/** From which version to which, what that did to the case, why the plan has it so, and why it was carried out; why it was taken back. */
function versionTurn(line: HistoryLine, { speech, versions }: LineWords): string[] {
  const turn = versions.turn(line)
  if (!turn) return []
  const { from, to, plan, why } = turn
  const way = line.data.back ? 'desk.versions.wayBack' : 'desk.versions.way'
  const planned = line.data.back || !plan ? null : (speech.name(plan) ?? Object.values(plan)[0])
  const done = doneWords(line.data as Partial<Done>, turn, speech)
  const told = [speech.t(way, numbersOf(from, to)), ...done, planned, why]
  return [...new Set(told.filter((one): one is string => Boolean(one)))]
}

/** The last day to pay, and what it was before. */
const movedPayment = ({ reference, lastDay, before }: HistoryLine['data'], { speech }: LineWords) => [
  speech.t('desk.history.moved', {
    name: speech.t('desk.coming.payment', { name: String(reference) }),
    to: speech.day(String(lastDay)).text,
    from: speech.day(String(before)).text,
  }),
]

/** Each last day that other closed days or an extension moved, and what it was before. */
function recounted({ dueOn, before, timers }: HistoryLine['data'], words: LineWords): string[] {
  const { t, day, of } = words.speech
  const named = (name: string, to: Json | undefined, from: Json | undefined): string[] =>
    typeof to === 'string' && typeof from === 'string' && to !== from
      ? [t('desk.history.moved', { name, to: day(to).text, from: day(from).text })]
      : []
  const moved = (Array.isArray(timers) ? timers : []) as { element: string; lastDay: Json; before: Json }[]
  return [
    ...named(t('desk.coming.resolution'), dueOn, before),
    ...moved
      .filter(({ lastDay }) => lastDay !== dueOn)
      .flatMap(({ element, lastDay, before: was }) =>
        named(of(words.procedure, `tasks.${element}`) ?? t('desk.coming.timer'), lastDay, was)
      ),
  ]
}

/** What a step of the procedure brought: the end, a phase, a trouble, a term or a message; else just a step. */
function stepTitle(data: HistoryLine['data'], { procedure, speech }: LineWords): string {
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
function passed(line: HistoryLine, words: LineWords): string[] {
  const names = named(line.data, words, (kind) => ![...WAITS, ...SIGNPOSTS].includes(kind))
  const { procedure, speech } = words
  return names.length > 0 ? names : waysIn(line, { procedure, lang: speech.lang, t: speech.t })
}

/** What people have had to do since. */
const begun = (data: HistoryLine['data'], words: LineWords): string[] =>
  named(data, words, (kind) => kind === 'user_task')

const named = (data: HistoryLine['data'], words: LineWords, wanted: (kind: string) => boolean): string[] =>
  (Array.isArray(data.entered) ? data.entered : [])
    .map(String)
    .filter((element) => wanted(kindIn(words, element)))
    .map((element) => words.speech.of(words.procedure, `tasks.${element}`))
    .filter((name): name is string => name !== null)

function plainTitle(line: HistoryLine, { procedure, speech }: LineWords): string {
  const { kind, data } = line
  if (kind === 'task_done')
    return speech.t('desk.history.taskDone', {
      task: speech.of(procedure, `tasks.${String(data.element)}`) ?? String(data.element),
    })
  return speech.t(`cases.history.${toldAs(line)}`, {
    number: String(data.number ?? ''),
    amount: figuresOf(speech.lang).money(String(data.amount ?? 0)),
  })
}

/** Whoever and whatever a line speaks of by id; whom a case is with is one thing, person and unit. */
function spokenOf({ data }: HistoryLine, { names }: LineWords): string[] {
  const of = (...parts: string[]) => parts.flatMap((part) => names.get(String(data[part])) ?? [])
  const [holder, ...documents] = [of('officer', 'unit').join(' · '), ...of('document')]
  return [holder, ...documents].filter((name): name is string => Boolean(name))
}
