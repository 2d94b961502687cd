import type { Graph } from '#engine/graph'
import { type CaughtCode, THROWN, type Thrown, hearerOf } from '#engine/runtime/hearer'
import type { State } from '#engine/state'

/** What whoever does a task may report of it, since something hears it. */
export interface Reportable {
  what: Thrown
  code: string
  /** The event that hears it. */
  heardBy: string
  /** The task ends with it. */
  ends: boolean
}

/** The errors and escalations that can be reported of an open task of the office: each goes to another event. */
export function reportableAt(graph: Graph, state: State, key: string): Reportable[] {
  const token = Object.hasOwn(state.tokens, key) ? state.tokens[key] : undefined
  const role = graph.nodes[token?.element ?? '']?.role
  if (!token || token.waits !== 'task' || token.incident || role === 'citizen') return []
  const found = new Map<string, Reportable>()
  for (const what of THROWN)
    for (const code of codesOf(graph, what)) {
      const heard = hearerOf({ graph, state }, what, code, { key })
      if (!heard || found.has(heard.catcher.id)) continue
      const { id: heardBy, data } = heard.catcher
      found.set(heardBy, { what, code, heardBy, ends: data.interrupts })
    }
  return [...found.values()]
}

/** Without a code first: what takes any is reported as such, and not by a name that is meant for another. */
const codesOf = ({ nodes }: Graph, what: Thrown): string[] => [
  ...new Set([
    '',
    ...Object.values(nodes)
      .filter((node) => node.kind === `${what}_boundary` || node.kind === `${what}_start`)
      .flatMap(({ data }) => (data as CaughtCode).code ?? []),
  ]),
]
