import { kindOf } from '#engine/elements/index'
import type { Graph } from '#engine/graph'
import type { Advance, Event, EventOf } from '#engine/protocol'
import { draftOf, emptyState } from '#engine/runtime/draft'
import { raise } from '#engine/runtime/raise'
import { Step } from '#engine/runtime/step'
import { tokenAt, tokensByAge } from '#engine/runtime/tokens'
import type { State, Token } from '#engine/state'

/**
 * One step of a case: what an event makes of its state, and what must be done about it. Pure: the same graph,
 * state and event always give the same answer, and nothing given is changed. An event that comes late, twice
 * or for something else leaves the state as it is, with no commands. Throws if a case has not been started.
 */
export function advance(graph: Graph, state: State | null, event: Event): Advance {
  if (!state && event.type !== 'start') throw new Error('a case begins with its start event')
  if (state && (event.type === 'start' || state.status === 'ended')) return { state, commands: [] }

  const draft = state ? draftOf(state) : emptyState((event as EventOf<'start'>).variables)
  const step = new Step(graph, draft, event, kindOf)
  if (!apply(step, event) && state) return { state, commands: [] }
  step.run()
  return { state: draft, commands: step.commands }
}

/** Lets the event happen; false when nothing waits for it. */
function apply(step: Step, event: Event): boolean {
  switch (event.type) {
    case 'start':
      step.send(step.graph.start)
      return true
    case 'done':
      return resume(step, event.key, ['task', 'activity'], event.result)
    case 'trigger':
      return resume(step, event.key, ['timer'], null)
    case 'message':
      return resume(step, receiver(step, event), ['message'], event.payload)
    case 'error':
      return thrown(step, event)
    case 'fail':
      return failed(step, event)
    case 'retry':
      return retried(step, event)
  }
}

function resume(
  step: Step,
  key: string | null,
  waits: Token['waits'][],
  result: EventOf<'done'>['result']
): boolean {
  const token = key === null ? null : tokenAt(step.state, key)
  if (key === null || !token || !waits.includes(token.waits)) return false
  const node = step.node(token.element)
  step.kindOf(node).resume?.(step, node, { key, scope: token.scope, host: token.host }, result)
  return true
}

function receiver(step: Step, { name, correlation, key }: EventOf<'message'>): string | null {
  const waiting = tokensByAge(step.state).find(
    ([own, token]) =>
      token.waits === 'message' &&
      token.message === name &&
      (key === undefined || key === own) &&
      (token.correlation === undefined || token.correlation === correlation)
  )
  return waiting?.[0] ?? null
}

function thrown(step: Step, { key, code }: EventOf<'error'>): boolean {
  const token = tokenAt(step.state, key)
  if (!token || (token.waits !== 'task' && token.waits !== 'activity')) return false
  if (raise(step, key, code)) return true
  return token.incident ? false : incident(step, key, token, 'error_uncaught', code)
}

function failed(step: Step, { key, reason }: EventOf<'fail'>): boolean {
  const token = tokenAt(step.state, key)
  if (!token || token.waits !== 'activity' || token.incident) return false
  return incident(step, key, token, 'activity_failed', reason)
}

function incident(
  step: Step,
  key: string,
  token: Token,
  code: NonNullable<Token['incident']>,
  detail: string
): true {
  step.state.tokens[key] = { ...token, incident: code }
  step.command({ type: 'incident', key, element: token.element, code, detail })
  return true
}

function retried(step: Step, { key, variables }: EventOf<'retry'>): boolean {
  const token = tokenAt(step.state, key)
  if (!token?.incident) return false
  Object.assign(step.state.variables, variables)
  const node = step.node(token.element)
  const { scope, host, flow } = token
  const kind = step.kindOf(node)
  if (token.waits === 'task' || token.waits === 'activity') {
    // it keeps its key and the timers that watch it: only the order is given again
    const { incident: _mended, ...rest } = token
    step.state.tokens[key] = rest
    kind.issue?.(step, node, key)
    return true
  }
  step.drop(key, 'quietly')
  // a token that was never let in comes anew; a join is counted again once everything has moved
  if (token.waits === 'entry') step.send(node.id, scope, flow)
  else if (token.waits !== 'join') kind.enter(step, node, { key, scope, host, flow })
  return true
}
