import type { Graph, Node } from '#engine/graph'
import { isRepetition, tokenAt } from '#engine/runtime/tokens'
import type { State } from '#engine/state'

/** What an error or escalation event catches: one code, or (null) any. */
export interface CaughtCode {
  code: string | null
  interrupts: boolean
}

export const THROWN = ['error', 'escalation'] as const
export type Thrown = (typeof THROWN)[number]

/** From where something is thrown: a token that stands, or a scope. */
export interface From {
  key?: string
  scope?: string
}

/** What hears it: a boundary event of the token `host`, or one that begins an event subprocess of `scope`. */
export interface Hearer {
  catcher: Node<CaughtCode>
  host?: string
  scope: string | undefined
}

type Standing = Readonly<{ graph: Graph; state: State }>

/**
 * Who hears what is thrown from a token outwards: the nearest boundary event or event subprocess that names the code, or
 * takes any. What is thrown in an event subprocess isn't for its neighbours.
 */
export function hearerOf(standing: Standing, what: Thrown, code: string, from: From): Hearer | null {
  const { state } = standing
  let scope = from.scope
  if (from.key !== undefined) {
    const token = tokenAt(state, from.key)
    if (!token) return null
    const border = onBorder(standing, what, code, from.key)
    if (border) return border
    scope = token.scope
  }
  for (;;) {
    const heard = inScope(standing, what, code, scope, from)
    if (heard) return heard
    if (scope === undefined) return null
    const border = onBorder(standing, what, code, scope)
    if (border) return border
    scope = state.tokens[scope]?.scope
  }
}

function onBorder(standing: Standing, what: Thrown, code: string, key: string): Hearer | null {
  const { graph, state } = standing
  const token = state.tokens[key]
  if (!token || isRepetition(state, token.element, token.scope)) return null
  const catcher = best(graph, graph.nodes[token.element]?.boundaries ?? [], `${what}_boundary`, code)
  return catcher ? { catcher, host: key, scope: token.scope } : null
}

function inScope(
  standing: Standing,
  what: Thrown,
  code: string,
  scope: string | undefined,
  from: From
): Hearer | null {
  const { graph, state } = standing
  const open = scope === undefined ? undefined : state.tokens[scope]
  // its repetitions are the scopes, not what stands for all of them
  if (open?.waits === 'many') return null
  if (cameOutOfPart(standing, scope, from) || wasInterrupted(standing, scope)) return null
  const catcher = best(graph, graph.events[open?.element ?? ''] ?? [], `${what}_start`, code)
  return catcher ? { catcher, scope } : null
}

function cameOutOfPart({ graph, state }: Standing, scope: string | undefined, from: From): boolean {
  for (let key = from.key ?? from.scope; key !== undefined; key = state.tokens[key]?.scope) {
    const token = state.tokens[key]
    if (token?.scope === scope && token && graph.nodes[token.element]?.kind === 'event_sub_process')
      return true
  }
  return false
}

/** An event subprocess has taken over there, or it is being cancelled. */
const wasInterrupted = ({ graph, state }: Standing, scope: string | undefined): boolean =>
  Object.values(state.tokens).some(
    ({ element, interrupted, scope: own }) =>
      own === scope && (interrupted || graph.nodes[element]?.kind === 'cancel_end')
  )

function best(
  graph: Graph,
  ids: readonly string[],
  kind: string,
  code: string
): Node<CaughtCode> | undefined {
  const catchers = ids.map((id) => graph.nodes[id] as Node<CaughtCode>).filter((node) => node.kind === kind)
  return catchers.find(({ data }) => data.code === code) ?? catchers.find(({ data }) => data.code === null)
}
