import type { Arrival } from '#engine/elements/kind'
import type { Expression, FeelType } from '#engine/feel'
import type { Node, Occurrences } from '#engine/graph'
import type { Due } from '#engine/protocol'
import { one } from '#engine/reading/bpmn'
import type { Reader } from '#engine/reading/reader'
import { dueFrom } from '#engine/runtime/due'
import { seenBy } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'
import { valueOf } from '#engine/runtime/values'
import { parseTerm } from '#deadlines/index'

/** When it is due, whether it comes back, and how it bears a pause. */
export interface TimerData extends Occurrences {
  /** It stands still while the term of the case is suspended. */
  suspends: boolean
  /** Urgency does not halve it: to file an application or an appeal (Law 39/2015, art. 33.1). */
  unhurried?: true
}

/** What says when it is due; a bare number says nothing: of what would it be one? */
const MOMENTS: readonly FeelType[] = [
  'string',
  'date',
  'date and time',
  'days and time duration',
  'years and months duration',
]
const UNREAD: Due = { date: '' }
// `R3/10 working days`, `R/2027-01-01/P1Y`: how often, the first date if it isn't one term from now, the term
const CYCLE = /^R(\d*)\/(?:(\d{4}-\d{2}-\d{2}[^/]*)\/)?(.+)$/

/**
 * Reads `<timeDuration>` (a term, or `=` and an expression), `<timeDate>` (the same, with a date) or, where it may
 * come again, `<timeCycle>`.
 */
export function readTimer(reader: Reader, { mayComeAgain = false } = {}): TimerData {
  const bears = {
    suspends: reader.flag('suspends'),
    ...(reader.flag('unhurried') && { unhurried: true as const }),
  }
  const definition = reader.definition
  if (['timeDate', 'timeDuration', 'timeCycle'].filter((each) => one(definition, each)).length > 1)
    reader.problem('TIMER_SEVERAL')
  const cycle = reader.body(definition, 'timeCycle')
  if (cycle && mayComeAgain) return { ...readCycle(reader, cycle), ...bears }
  if (cycle) reader.problem('TIMER_CYCLE')
  const duration = reader.body(definition, 'timeDuration')
  const text = duration ?? reader.body(definition, 'timeDate')
  const once = { again: null, ...bears }
  if (!text) {
    if (!cycle) reader.problem('TIMER_MISSING')
    return { due: UNREAD, ...once }
  }
  const read = (written: string) => (duration === null ? date(reader, written) : term(reader, written))
  if (text.startsWith('=')) {
    const expression = reader.expression(text, { expects: MOMENTS })
    for (const one of expression ? textsOf(expression.tree) : []) if (!dueFrom(one)) read(one)
    return { due: expression ? { expression } : UNREAD, ...once }
  }
  return { due: read(text), ...once }
}

/** The texts that an expression comes to whatever it is over, in one of its cases at least. */
function textsOf(tree: Expression['tree']): string[] {
  if (tree.op === 'if') return [...textsOf(tree.yes), ...textsOf(tree.no)]
  return tree.op === 'literal' && typeof tree.value === 'string' ? [tree.value] : []
}

function readCycle(reader: Reader, text: string): Occurrences {
  const [, times, first, every] = CYCLE.exec(text.trim()) ?? []
  const parsed = every === undefined ? null : dueFrom(every)
  if (!parsed?.term || times === '0') {
    reader.problem('TIMER_CYCLE_UNREADABLE', { text })
    return { due: UNREAD, again: null }
  }
  const again = { every: parsed.term, times: times ? Number(times) - 1 : null }
  return { due: first ? date(reader, first) : parsed, again }
}

function term(reader: Reader, text: string): Due {
  const parsed = parseTerm(text)
  if (parsed.ok) return { term: parsed.value }
  reader.report(parsed.error)
  return UNREAD
}

function date(reader: Reader, text: string): Due {
  const due = dueFrom(text)
  if (due?.date !== undefined) return due
  reader.problem('TIMER_DATE', { text })
  return UNREAD
}

/** Starts the timer and lets the token wait for it. */
export function startTimer(step: Step, node: Node<TimerData>, arrival: Arrival): void {
  const { due, again } = node.data
  const expression = 'expression' in due ? due.expression : null
  const when = expression ? dueFrom(valueOf(step, expression, arrival)) : (due as Due)
  if (!when)
    return step.stall(node, arrival, 'timer_unusable', expression?.source ?? '', {
      because: seenBy(step, expression ? [expression] : [], arrival),
    })
  const ends = arrival.host !== undefined && !again
  run(step, node, arrival, ends ? untilTheEndOf(when) : when, { left: again?.times ?? undefined })
}

/** A date by which something is watched is the last day for it; one that is awaited, or the first of several, has come as it begins. */
const untilTheEndOf = (when: Due): Due => (isDay(when.date) ? { date: when.date, through: true } : when)

const isDay = (date: string | undefined): date is string => date !== undefined && !date.includes('T')

/** Starts it once more if it is to come again: the next term follows the one that is over. */
export function comeAgain(
  step: Step,
  node: Node<TimerData>,
  where: Omit<Arrival, 'key'>,
  left: number | undefined
): void {
  const { again } = node.data
  if (!again || left === 0) return
  const arrival = { ...where, key: step.newKey(node.id) }
  run(
    step,
    node,
    arrival,
    { term: again.every },
    { left: left === undefined ? left : left - 1, follows: true }
  )
}

function run(
  step: Step,
  node: Node<TimerData>,
  arrival: Arrival,
  when: Due,
  { left, follows }: { left: number | undefined; follows?: true }
): void {
  const { suspends, unhurried } = node.data
  step.command({
    ...{ type: 'timer', key: arrival.key, element: node.id, ...when, suspends },
    ...(unhurried && { unhurried }),
    ...(follows && { follows }),
  })
  step.wait(node, arrival, { waits: 'timer', ...(left !== undefined && { left }) })
}
