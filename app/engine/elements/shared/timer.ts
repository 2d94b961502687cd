import type { Arrival } from '#engine/elements/kind'
import type { Expression } from '#engine/feel'
import type { Node } from '#engine/graph'
import type { Due } from '#engine/protocol'
import type { Reader } from '#engine/reading/reader'
import { dueFrom } from '#engine/runtime/due'
import type { Step } from '#engine/runtime/step'
import { valueOf } from '#engine/runtime/values'
import { parseTerm } from '#deadlines/index'

/** A term or date that is known beforehand, or the expression that gives it when the timer starts. */
export interface TimerData {
  due: Due | { expression: Expression }
  /** It stands still while the term of the case is suspended. */
  suspends: boolean
}

const UNREAD: Due = { date: '' }

/** Reads `<timeDuration>` (a term, or `=` and an expression) or `<timeDate>` (the same, with a date). */
export function readTimer(reader: Reader): TimerData {
  const suspends = reader.flag('suspends')
  const definition = reader.definition
  if (definition?.get('timeCycle')) reader.problem('TIMER_CYCLE')
  const duration = reader.body(definition, 'timeDuration')
  const text = duration ?? reader.body(definition, 'timeDate')
  if (!text) {
    if (!definition?.get('timeCycle')) reader.problem('TIMER_MISSING')
    return { due: UNREAD, suspends }
  }
  if (text.startsWith('=')) {
    const expression = reader.expression(text)
    return { due: expression ? { expression } : UNREAD, suspends }
  }
  return { due: duration === null ? date(reader, text) : term(reader, text), suspends }
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
  const { due, suspends } = node.data
  const when = 'expression' in due ? dueFrom(valueOf(step, due.expression)) : due
  if (!when)
    return step.stall(node, arrival, 'timer_unusable', 'expression' in due ? due.expression.source : '')
  step.command({ type: 'timer', key: arrival.key, element: node.id, ...when, suspends })
  step.wait(node, arrival, { waits: 'timer' })
}
