import { localeOf } from '#core/locale'
import type { Moment, Simulation } from '#catalogue/domain/simulate/result'
import { LABELS, linesOf } from '#catalogue/domain/tell_moment'
import { causeWords } from '#catalogue/domain/words/cause'
import { runsOf } from '#catalogue/domain/words/runs'
import type { Tale } from '#catalogue/domain/words/tale'
import { turnWords } from '#catalogue/domain/words/turn'

/** A simulated case that begins by an element of its own was not filed. */
const typeOf = (event: Moment['event']): string =>
  event.type === 'start' && event.element ? 'opened' : event.type

/** What an event names beside its element: a message, a code, what somebody was reminded of. */
function whatOf(event: Moment['event']): string {
  if ('name' in event) return event.name
  if ('code' in event) return event.code
  return event.type === 'reminder' ? event.of : ''
}

/** By which version it went: another may go otherwise. */
const versionOf = ({ procedure: { slug, sheet, digest } }: Tale) => ({
  slug,
  version: sheet.version,
  digest: digest.slice(0, 12),
})

/** What comes from outside is told each time; of what comes by itself, what is the same again. */
function sameness({ procedure: { graph } }: Tale, moment: Moment, index: number): string {
  const { event, element, commands } = moment
  const carriedOut =
    event.type === 'done' && 'activity' in ((graph.nodes[element ?? '']?.data ?? {}) as object)
  if (!carriedOut && !['trigger', 'reminder', 'fail'].includes(event.type)) return `#${index}`
  const did = commands.map((command) =>
    'element' in command ? `${command.type} ${command.element}` : command.type
  )
  return JSON.stringify([event.type, element, did, moment.documents, moment.notified])
}

/** The answer of `procedure:run --trace`: the case as it went, by the town's clock. */
export function tellTimeline(tale: Tale, { timeline, ended }: Simulation, timeZone: string): string[] {
  const { t } = tale
  const instant = new Intl.DateTimeFormat(localeOf(tale.lang), {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const clock = (text: string) => instant.format(new Date(text))
  const width = Math.max(...LABELS.map((label) => t(`catalogue.report.trace.${label}`).length))
  const cause = (moment: Moment, before: Moment | undefined) => {
    const { event, element } = moment
    const turn = 'key' in event && event.key ? turnWords(tale, before?.state, event.key) : ''
    return causeWords(tale, { type: typeOf(event), element, what: whatOf(event) }) + turn
  }
  const told = (moment: Moment, before: Moment | undefined) => [
    `${clock(moment.at)}  ${cause(moment, before)}`,
    ...[...linesOf(tale, moment, clock)].map(
      ([label, text]) => `    ${t(`catalogue.report.trace.${label}`).padEnd(width)}  ${text}`
    ),
  ]
  const same = timeline.map((moment, index) => sameness(tale, moment, index))
  const lines = runsOf(same).flatMap(({ at, length, times }) => {
    const first = timeline.slice(at, at + length).flatMap((one, index) => told(one, timeline[at + index - 1]))
    const last = timeline[at + length * times - 1]
    if (times === 1 || !last) return first
    const params = { times: times - 1, until: clock(last.at) }
    return [...first, t('catalogue.report.trace.again', params)]
  })
  const head = t('catalogue.report.trace.head', versionOf(tale))
  return [head, ...lines, ...(ended ? [] : [t('catalogue.report.trace.open')])]
}
