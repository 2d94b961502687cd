import type { Json } from '#core/json'
import { figuresOf } from '#core/locale'
import type { Command } from '#engine/index'
import type { Moment, Simulation } from '#catalogue/domain/simulate/result'
import { againWords, leftWords } from '#catalogue/domain/words/left'
import { shortPath } from '#catalogue/domain/words/runs'
import { type Tale, own, plainName } from '#catalogue/domain/words/tale'
import { turnWords } from '#catalogue/domain/words/turn'
import { wayWords } from '#catalogue/domain/words/way'

type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

const commandsOf = <Type extends Command['type']>({ commands }: Moment, type: Type) =>
  commands.filter((command): command is CommandOf<Type> => command.type === type)

/** What a case passed, by name. To come to an event on the way is to begin to wait for it: it is passed when it happens. */
export function tellPath(tale: Tale, { commands }: Pick<Simulation, 'commands'>): string[] {
  const { nodes } = tale.procedure.graph
  return commands.flatMap((command) => {
    if (command.type !== 'trace') return []
    const passes = nodes[command.element]?.kind.endsWith('_catch') ? 'leave' : 'enter'
    return command.kind === passes ? [plainName(tale, command.element)] : []
  })
}

/** Why the case went as this trace says, where it could have gone otherwise. */
function whyOf(tale: Tale, { kind, element, flow, because }: CommandOf<'trace'>): string | null {
  if (kind === 'again') return againWords(tale, element, because)
  if (flow) return wayWords(tale, flow, because)
  return kind === 'leave' && because ? leftWords(tale, element, because) : null
}

const short = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** One moment, line by line: what made it, what the case passed, why it went so, what came of it. */
export function* linesOf(
  tale: Tale,
  moment: Moment,
  clock: (instant: string) => string
): Generator<[string, string]> {
  const { t } = tale
  const name = (element: string) => plainName(tale, element)
  const passed = tellPath(tale, moment)
  if (passed.length > 0) yield ['passed', shortPath(passed).join(' → ')]
  const whys = commandsOf(moment, 'trace').flatMap((command) => whyOf(tale, command) ?? [])
  for (const why of shortPath(whys)) yield ['decided', why]
  for (const { key, element, role } of commandsOf(moment, 'task'))
    yield ['opened', `${name(element)}${turnWords(tale, moment.state, key)} (${t(`cases.roles.${role}`)})`]
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

/** What a line of a moment may be about. */
export const LABELS = ['passed', 'decided', 'opened', 'term', 'phase', 'documents', 'entries', 'notified', 'notices', 'thrown', 'money', 'changed', 'incident', 'ended'] // prettier-ignore
