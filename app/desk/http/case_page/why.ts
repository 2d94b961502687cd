import type { HistoryLine } from '#cases/queries/case_page'
import { type Tale, causeWords, elementName, stoppedWords, wayWords } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import type { Due } from '#engine/index'
import { type Line, causeOf, eventOf } from '#desk/domain/cause_of_line'
import type { Speech } from '#desk/http/speech'
import type { Fact } from '#desk/types'

/** What is told of the way to a line, and no more: further back is in the history itself. */
const MOST_CAUSES = 3
const MOST_WAYS = 6

export interface WhyWords {
  procedureOf(line: { id: string }): CompiledProcedure
  actorOf(line: HistoryLine): string
  /** Null where nothing was filed. */
  filed: object | null
  speech: Speech
}

/**
 * Why each line of a history came about: what somebody did or what came, the conditions that decided with the values
 * that they saw, the element, the article and the version. Told from the version that the case went by then.
 */
export function whysOf(lines: HistoryLine[], words: WhyWords): (line: HistoryLine) => Fact[] {
  const written = lines.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const { lang, t } = words.speech
  const taleAt = (line: HistoryLine): Tale => ({ procedure: words.procedureOf(line), lang, t })
  return (line) => {
    const tale = taleAt(line)
    const cause = causeOf(written, line, tale.procedure.graph)
    if (!cause) return []
    const facts: [string, string[]][] = [
      ['happened', happenedIn(cause.steps, taleAt, words)],
      ['decided', cause.steps.flatMap((step) => waysIn(step, taleAt(step))).slice(-MOST_WAYS)],
      ['stopped', cause.steps.flatMap((step) => stoppedIn(step, taleAt(step)))],
      ['element', cause.element === null ? [] : [placeOf(cause.element, tale)]],
      ['term', termOf(cause.element, tale)],
      ['law', lawOf(line.kind === 'term_recounted' ? (cause.steps[0] ?? line) : line, cause.element, tale)],
      ['version', [t('desk.why.versionOf', versionOf(tale.procedure))]],
    ]
    return facts
      .filter(([, told]) => told.length > 0)
      .map(([key, told]) => ({ label: t(`desk.why.${key}`), lines: told }))
  }
}

/** What is done there is done by people, or in another case. */
const FROM_OUTSIDE = ['ad_hoc_sub_process', 'call_activity', 'manual_task', 'user_task']

/** What people did and what came, not what the house went on with by itself. */
function happenedIn(
  steps: HistoryLine[],
  taleAt: (step: HistoryLine) => Tale,
  { speech, actorOf, filed }: WhyWords
): string[] {
  const outside = steps.filter((step) => {
    const { type, element } = eventOf(step)
    const node = taleAt(step).procedure.graph.nodes[element ?? '']
    return type !== 'done' || FROM_OUTSIDE.includes(node?.kind ?? '')
  })
  return outside.slice(-MOST_CAUSES).map((step) => {
    const { type: event, element, what } = eventOf(step)
    const type = event === 'start' && !filed ? 'opened' : event
    return speech.t('desk.why.happenedAt', {
      what: causeWords(taleAt(step), { type, element, what }),
      when: speech.moment(step.at).text,
      who: actorOf(step),
    })
  })
}

/** The ways that a step took, with what decided for each. */
export function waysIn({ data }: Line, tale: Tale): string[] {
  const taken = Array.isArray(data['taken']) ? data['taken'].map(String) : []
  const seen = (data['because'] ?? {}) as Record<string, Record<string, Json>>
  return taken.flatMap((flow) => wayWords(tale, flow, seen[flow]) ?? [])
}

/** Where a step came to a stop, what could not be told there. */
function stoppedIn({ data }: Line, tale: Tale): string[] {
  if (!data['incident'] || !data['stopped']) return []
  const { element, detail = '' } = data['stopped'] as { element: string; detail?: string }
  const seen = (data['because'] ?? {}) as Record<string, Record<string, Json>>
  return stoppedWords(tale, { element, detail, code: String(data['incident']) }, seen[element])
}

/** An element by its name, as people find it in the drawing. */
const placeOf = (element: string, tale: Tale): string =>
  tale.t('desk.why.place', { name: elementName(tale, element), id: element })

/** How long a term is that the process fixes. */
function termOf(element: string | null, { procedure, t }: Tale): string[] {
  const { due } = (procedure.graph.nodes[element ?? '']?.data ?? {}) as { due?: Due }
  return due?.term ? [t(`portal.terms.${due.term.unit}`, { amount: due.term.amount })] : []
}

/** What the house does by an article that holds for every procedure. */
const BY_LAW = [
  ...[
    'opened_ex_officio',
    'payment_term_moved',
    'seats_changed',
    'term_extended',
    'term_met',
    'term_recounted',
  ],
  ...['term_resumed', 'term_suspended', 'urgency_declared'],
]

/** The article that the sheet or the process names for it, or that of what the house does. */
function lawOf({ kind, data }: Line, element: string | null, tale: Tale): string[] {
  const named = lawNamed(element, tale)
  if (named.length > 0 || !BY_LAW.includes(kind)) return named
  const what = kind === 'term_extended' && data['of'] !== 'resolution' ? 'answer_extended' : kind
  return [tale.t(`desk.why.laws.${what}`)]
}

function lawNamed(element: string | null, { procedure }: Tale): string[] {
  const { activity, inputs = [] } = (procedure.graph.nodes[element ?? '']?.data ?? {}) as {
    activity?: string
    inputs?: { name: string; value: { source: string } }[]
  }
  if (activity === 'cases.record_silence')
    return [procedure.sheet.silence.article].filter((one) => one !== undefined)
  const named = inputs.find(({ name }) => name === 'article')?.value.source
  return named && /^"[^"]*"$/.test(named) ? [named.slice(1, -1)] : []
}

const versionOf = ({ slug, sheet, digest }: CompiledProcedure) => ({
  slug,
  version: sheet.version,
  digest: digest.slice(0, 12),
})
