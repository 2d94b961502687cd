import type { Json } from '#core/json'
import { figuresOf, localeOf } from '#core/locale'
import type { Command } from '#engine/index'
import type { Moment, Simulation } from '#catalogue/domain/simulate/result'
import { causeWords } from '#catalogue/domain/words/cause'
import { type Tale, own, plainName } from '#catalogue/domain/words/tale'
import { wayWords } from '#catalogue/domain/words/way'

type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

const commandsOf = <Type extends Command['type']>({ commands }: Moment, type: Type) =>
  commands.filter((command): command is CommandOf<Type> => command.type === type)

/** A simulated case that begins by an element of its own was not filed. */
const typeOf = (event: Moment['event']): string =>
  event.type === 'start' && event.element ? 'opened' : event.type

/** What an event names beside its element: a message, a code, what somebody was reminded of. */
function whatOf(event: Moment['event']): string {
  if ('name' in event) return event.name
  if ('code' in event) return event.code
  return event.type === 'reminder' ? event.of : ''
}

/** What a case passed, by name. To come to an event on the way is to begin to wait for it: it is passed when it happens. */
export function tellPath(tale: Tale, { commands }: Pick<Simulation, 'commands'>): string[] {
  const { nodes } = tale.procedure.graph
  return commands.flatMap((command) => {
    if (command.type !== 'trace') return []
    const passes = nodes[command.element]?.kind.endsWith('_catch') ? 'leave' : 'enter'
    return command.kind === passes ? [plainName(tale, command.element)] : []
  })
}

const short = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** One moment, line by line: what made it, what the case passed, why it went so, what came of it. */
function* linesOf(
  tale: Tale,
  moment: Moment,
  clock: (instant: string) => string
): Generator<[string, string]> {
  const { t } = tale
  const name = (element: string) => plainName(tale, element)
  const passed = tellPath(tale, moment)
  if (passed.length > 0) yield ['passed', passed.join(' → ')]
  for (const { flow, because } of commandsOf(moment, 'trace')) {
    const why = flow ? wayWords(tale, flow, because) : null
    if (why) yield ['decided', why]
  }
  for (const { element, role } of commandsOf(moment, 'task'))
    yield ['opened', `${name(element)} (${t(`cases.roles.${role}`)})`]
  const begun = new Set(commandsOf(moment, 'timer').map(({ element }) => element))
  for (const { element, dueAt } of moment.terms)
    if (begun.has(element))
      yield ['term', `${name(element)}: ${dueAt ? clock(dueAt) : t('catalogue.report.trace.stands')}`]
  for (const { phase } of commandsOf(moment, 'phase')) yield ['phase', own(tale, `phases.${phase}`) ?? phase]
  for (const [kind, listed] of [
    ['documents', moment.documents],
    ['entries', moment.entries.map((entry) => t(`catalogue.report.trace.${entry}`))],
    ['notified', moment.notified],
    ['notices', moment.notices],
    ['thrown', moment.thrown],
    ['money', moment.money.map(({ what, amount }) => t(`catalogue.report.trace.${what}`, { amount: figuresOf(tale.lang).money(amount) }))], // prettier-ignore
  ] as const)
    if (listed.length > 0) yield [kind, listed.join(', ')]
  const changed = Object.entries(moment.changed).map(([variable, value]) => `${variable} = ${short(value)}`)
  if (changed.length > 0 && moment.event.type !== 'start') yield ['changed', changed.join(', ')]
  for (const { element, code, detail } of commandsOf(moment, 'incident'))
    yield ['incident', `${name(element)}: ${t(`cases.incidents.${code}`)} ${detail}`]
  for (const { outcome } of commandsOf(moment, 'end'))
    yield ['ended', (outcome && own(tale, `outcomes.${outcome}`)) ?? t('catalogue.report.trace.closed')]
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
  const lines = timeline.flatMap((moment) => [
    `${clock(moment.at)}  ${causeWords(tale, { type: typeOf(moment.event), element: moment.element, what: whatOf(moment.event) })}`,
    ...[...linesOf(tale, moment, clock)].map(
      ([label, text]) => `    ${t(`catalogue.report.trace.${label}`).padEnd(width)}  ${text}`
    ),
  ])
  return ended ? lines : [...lines, t('catalogue.report.trace.open')]
}

const LABELS = ['passed', 'decided', 'opened', 'term', 'phase', 'documents', 'entries', 'notified', 'notices', 'thrown', 'money', 'changed', 'incident', 'ended'] // prettier-ignore
