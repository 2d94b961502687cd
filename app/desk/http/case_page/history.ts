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
import { movedPayment, recounted } from '#desk/http/case_page/moved_days'
import { othersOf } from '#desk/http/case_page/others'
import { begun, passed, stepTitle } from '#desk/http/case_page/steps'
import { versionTurn } from '#desk/http/case_page/version_turn'
import { whysOf } from '#desk/http/case_page/why'
import type { Speech } from '#desk/http/speech'
import type { HistoryItem } from '#desk/types'

export interface LineWords extends HistoryWords {
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
