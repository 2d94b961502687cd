import { kindOf } from '#engine/elements/index'
import type { Graph, Node } from '#engine/graph'
import type { Modification } from '#engine/protocol'
import type { Step } from '#engine/runtime/step'
import { skipTurn } from '#engine/runtime/repeat'
import { busy, isRepetition, tokensByAge } from '#engine/runtime/tokens'
import { setVariables } from '#engine/runtime/values'
import type { State } from '#engine/state'

/** Why a modification can't be made: `cases.modification.<code>`. */
export interface ModificationFault {
  code:
    'nothing_asked' | 'no_such_token' | 'no_such_element' | 'no_such_scope' | 'scope_unclear' | 'not_a_place'
  /** The key or the element that it is about. */
  of: string
}

// these are begun by the element they belong to, or passed on the way only; an end is what acts lead to, and a case that
// came to one by hand would say that it was granted with nothing behind it
const isPlace = (node: Node): boolean => {
  const { bpmn, place, detached } = kindOf(node)
  return place !== 'start' && !detached && !/^(BoundaryEvent|EndEvent)/.test(bpmn)
}

/** What keeps an administrator's modification from being made; empty when it can be. */
export function modificationFaults(
  graph: Graph,
  state: State,
  { cancel, activate, variables }: Modification
): ModificationFault[] {
  if (cancel.length + activate.length === 0 && !variables) return [{ code: 'nothing_asked', of: '' }]
  return [
    ...cancel
      .filter((key) => !Object.hasOwn(state.tokens, key))
      .map((of) => ({ code: 'no_such_token' as const, of })),
    ...activate.flatMap((place) => placeFault(graph, state, cancel, place)),
  ]
}

function placeFault(
  graph: Graph,
  state: State,
  cancelled: readonly string[],
  { element, scope }: Modification['activate'][number]
): ModificationFault[] {
  const node = Object.hasOwn(graph.nodes, element) ? graph.nodes[element] : undefined
  if (!node) return [{ code: 'no_such_element', of: element }]
  if (!isPlace(node)) return [{ code: 'not_a_place', of: element }]
  if (node.scope === null) return scope === undefined ? [] : [{ code: 'no_such_scope', of: scope }]
  const open = openScopes(state, node.scope, cancelled)
  if (scope !== undefined) return open.includes(scope) ? [] : [{ code: 'no_such_scope', of: scope }]
  if (open.length === 1) return []
  return [{ code: open.length === 0 ? 'no_such_scope' : 'scope_unclear', of: element }]
}

/** Where an element of this part could stand, once some tokens are taken away with all that is in them. */
const openScopes = (state: State, element: string, cancelled: readonly string[]): string[] =>
  tokensByAge(state).flatMap(([key, token]) =>
    token.element === element && ['inside', 'choice'].includes(token.waits) && !isTaken(state, cancelled, key)
      ? [key]
      : []
  )

function isTaken(state: State, cancelled: readonly string[], key: string): boolean {
  for (let at: string | undefined = key; at !== undefined; at = state.tokens[at]?.scope)
    if (cancelled.includes(at)) return true
  return false
}

/** Takes tokens away and lets others in; nothing happens unless all of it can. */
export function modify(step: Step, { cancel, activate, variables }: Modification): boolean {
  const { state, graph } = step
  if (modificationFaults(graph, state, { cancel, activate, ...(variables && { variables }) }).length > 0)
    return false
  setVariables(state, variables)
  const places = activate.map(({ element, scope }) => {
    const inside = step.node(element).scope
    return { element, scope: scope ?? (inside === null ? undefined : openScopes(state, inside, cancel)[0]) }
  })
  const cancelled = cancel.flatMap((key) => state.tokens[key] ?? [])
  const around = new Set(cancelled.map(({ scope }) => scope))
  for (const key of cancel) step.drop(key)
  for (const { host } of cancelled) giveUpRace(step, host)
  for (const { element, scope } of cancelled) if (isRepetition(state, element, scope)) skipTurn(step, scope)
  for (const { element, scope } of places) step.send(element, scope)
  for (const scope of around) leaveNoEmptyScope(step, scope)
  // Whoever takes everything away ends the case: nothing is left that could come to its junctions.
  if (!busy(state) && !step.isAwaited()) step.clear()
  return true
}

/** A gateway whose events were all taken away waits for nothing: it goes with them. */
function giveUpRace(step: Step, key: string | undefined): void {
  if (key === undefined || step.state.tokens[key]?.waits !== 'first') return
  if (!Object.values(step.state.tokens).some(({ host }) => host === key)) step.drop(key)
}

/** A part that was emptied by hand isn't done: it goes, too, and nothing goes on after it; of a repetition, the others do. */
function leaveNoEmptyScope(step: Step, scope: string | undefined): void {
  const token = scope === undefined ? undefined : step.state.tokens[scope]
  if (scope === undefined || !token || token.waits === 'many') return
  if (busy(step.state, scope) || step.isAwaited(scope)) return
  step.drop(scope)
  if (isRepetition(step.state, token.element, token.scope)) skipTurn(step, token.scope)
  else leaveNoEmptyScope(step, token.scope)
}
