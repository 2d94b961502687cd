import type { AdHocData } from '#engine/elements/ad_hoc_sub_process'
import { kindOf } from '#engine/elements/index'
import { deliverSignal } from '#engine/elements/shared/signal'
import type { Graph } from '#engine/graph'
import type { Advance, Event, EventOf } from '#engine/protocol'
import { modify } from '#engine/modify'
import { begin, issueAgain, resume as resumeToken } from '#engine/runtime/attempt'
import { draftOf, emptyState } from '#engine/runtime/draft'
import { raise } from '#engine/runtime/raise'
import { Step } from '#engine/runtime/step'
import { endRepetition, goOn } from '#engine/runtime/repeat'
import { busy, tokenAt, tokensByAge } from '#engine/runtime/tokens'
import { correct, setVariables } from '#engine/runtime/values'
import type { IncidentCode, State, Token } from '#engine/state'

/**
 * One step of a case: what an event makes of its state, and what must be done about it. Pure: the same graph,
 * state and event always give the same answer, and nothing given is changed. An event that comes late, twice
 * or for something else leaves the state as it is, with no commands. Throws if a case has not been started.
 * Of a `budget`, what is left says how much was reasoned.
 */
export function advance(graph: Graph, state: State | null, event: Event, budget?: Step['budget']): Advance {
  if (!state && event.type !== 'start') throw new Error('a case begins with its start event')
  if (state && (event.type === 'start' || state.status === 'ended')) return { state, commands: [] }

  const draft = state ? draftOf(state) : emptyState((event as EventOf<'start'>).variables)
  const step = new Step(graph, draft, event, kindOf, budget)
  if (!apply(step, event) && state) return { state, commands: [] }
  step.run()
  return { state: draft, commands: step.commands }
}

/** Lets the event happen; false when nothing waits for it. */
function apply(step: Step, event: Event): boolean {
  switch (event.type) {
    case 'start':
      step.arm('')
      step.send(event.element ?? step.graph.start)
      return true
    case 'done':
      return done(step, event)
    case 'trigger':
      return resume(step, event.key, ['timer'], null)
    case 'message':
      return resume(step, receiver(step, event), ['message'], event.payload)
    case 'signal':
      return deliverSignal(step, event.name, event.payload, event)
    case 'error':
      return thrown(step, event)
    case 'escalation':
      return waitsFor(step, event.key, WORK) && raise(step, 'escalation', event.code, event) !== 'uncaught'
    case 'choose':
      return chosen(step, event)
    case 'variables':
      setVariables(step.state, event.variables)
      return true
    case 'modify':
      return modify(step, event)
    case 'fail':
      return failed(step, event)
    case 'retry':
      return retried(step, event)
  }
}

/** What somebody or something outside works on. */
const WORK: readonly Token['waits'][] = ['task', 'activity', 'call']

/** What stands where it stood once its incident is mended; conditions are looked at when nothing moves any more. */
const STAYS: readonly Token['waits'][] = [...WORK, 'many', 'condition', 'choice']

const waitsFor = (step: Step, key: string, what: readonly Token['waits'][]): boolean =>
  what.includes(tokenAt(step.state, key)?.waits ?? 'again')

/** Done is a piece of work, or a choice that a person closes once nothing in it is open. */
function done(step: Step, { key, result }: EventOf<'done'>): boolean {
  if (!waitsFor(step, key, ['choice'])) return resume(step, key, WORK, result)
  return !busy(step.state, key) && resume(step, key, ['choice'], result)
}

function chosen(step: Step, { key, element, begun: asSeen }: EventOf<'choose'>): boolean {
  const token = tokenAt(step.state, key)
  if (token?.waits !== 'choice') return false
  const { choices, sequential } = step.node(token.element).data as AdHocData
  if (!choices.includes(element) || (sequential && busy(step.state, key))) return false
  const { begun = 0 } = token
  if (asSeen !== undefined && asSeen !== begun) return false
  step.state.tokens[key] = { ...token, begun: begun + 1 }
  step.send(element, key)
  return true
}

function resume(
  step: Step,
  key: string | null,
  waits: readonly Token['waits'][],
  result: EventOf<'done'>['result']
): boolean {
  const token = key === null ? null : tokenAt(step.state, key)
  if (key === null || !token || !waits.includes(token.waits) || token.brought !== undefined) return false
  resumeToken(step, key, token, result)
  return true
}

function receiver(step: Step, { name, correlation, key }: EventOf<'message'>): string | null {
  const waiting = tokensByAge(step.state).find(
    ([own, token]) =>
      token.waits === 'message' &&
      token.message === name &&
      token.brought === undefined &&
      (key === undefined || key === own) &&
      (token.correlation === undefined || token.correlation === correlation)
  )
  return waiting?.[0] ?? null
}

function thrown(step: Step, { key, code }: EventOf<'error'>): boolean {
  const token = tokenAt(step.state, key)
  if (!token || !WORK.includes(token.waits)) return false
  if (raise(step, 'error', code, { key }) !== 'uncaught') return true
  if (token.incident) return false
  step.halt(key, 'error_uncaught', code)
  return true
}

/** What others do for a case can fail; nothing else waits for anybody who could. */
const FAILED_AT: Partial<Record<Token['waits'], IncidentCode>> = {
  activity: 'activity_failed',
  call: 'call_failed',
}

function failed(step: Step, { key, reason }: EventOf<'fail'>): boolean {
  const token = tokenAt(step.state, key)
  const code = token && FAILED_AT[token.waits]
  if (!code || token.incident) return false
  step.halt(key, code, reason)
  return true
}

function retried(step: Step, { key, variables }: EventOf<'retry'>): boolean {
  const token = tokenAt(step.state, key)
  if (!token?.incident) return false
  const node = step.node(token.element)
  correct(step, { key, scope: token.scope }, variables ?? {})
  const mended = step.state.tokens[key] as Token
  const { scope, host, flow, starter, locals } = mended
  const { incident: _incident, brought, ...rest } = mended
  if (brought !== undefined) {
    step.state.tokens[key] = rest
    resumeToken(step, key, rest, brought)
    return true
  }
  if (STAYS.includes(mended.waits)) {
    // it keeps its key and the timers that watch it: only the order is given again
    step.state.tokens[key] = rest
    if (mended.waits === 'many') goOn(step, node, key)
    else if (WORK.includes(mended.waits)) issueAgain(step, key, rest)
    return true
  }
  if (mended.waits === 'leaving') {
    endRepetition(step, node, { key, scope, locals })
    return true
  }
  step.drop(key, 'quietly')
  // a token that was never let in comes anew; a join is counted again once everything has moved
  if (mended.waits === 'entry') step.send(node.id, scope, { flow, locals })
  else if (mended.waits !== 'join') begin(step, node, { key, scope, host, flow, starter, locals })
  return true
}
