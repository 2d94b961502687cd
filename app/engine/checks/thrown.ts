import { isHost } from '#engine/checks/boundaries'
import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'
import type { Node } from '#engine/graph'
import type { Known } from '#engine/reading/known'
import { eventsOf } from '#engine/reading/read_beginnings'
import type { CaughtCode, Thrown } from '#engine/runtime/hearer'

const THROWN: Thrown[] = ['error', 'escalation']

/** What catches an error or an escalation can come to do so: something that it listens to reports one that it takes. */
export function checkThrown(plan: Plan, known: Known): void {
  const listeners = listenersIn(plan)
  const reported = new Map<string, (readonly string[] | null)[]>()
  for (const node of plan.nodes.values())
    for (const what of THROWN) {
      const kind = kindOf(node)
      const codes = kind.throws ? kind.throws(node, what, known) : []
      for (const id of listeners(node, what)) reported.set(id, [...(reported.get(id) ?? []), codes])
    }
  for (const [id, all] of reported) {
    const { kind, data } = plan.nodes.get(id) as Node<CaughtCode>
    const takes = (codes: readonly string[] | null) =>
      codes === null || (data.code === null ? codes.length > 0 : codes.includes(data.code))
    if (all.some(takes)) continue
    const said = [...new Set(all.flatMap((codes) => codes ?? []))].sort().join(', ') || '-'
    plan.problem(kind.startsWith('error') ? 'ERROR_NEVER' : 'ESCALATION_NEVER', id, { reported: said })
  }
}

/** Whatever listens to a node, on its border and further out, as `raise` goes. */
function listenersIn(plan: Plan): (node: Node, what: string) => string[] {
  const starts = eventsOf(plan.nodes, plan.starts)
  return (node, what) => {
    const found = isHost(node) ? node.boundaries.filter((id) => isOf(`${what}_boundary`, id)) : []
    // where ids stand twice, a part can seem to stand in itself
    const passed = new Set<Node>()
    for (let from = node; ;) {
      passed.add(from)
      if (from.kind !== 'event_sub_process')
        found.push(...(starts[from.scope ?? ''] ?? []).filter((id) => isOf(`${what}_start`, id)))
      const around = from.scope === null ? undefined : plan.nodes.get(from.scope)
      if (!around || passed.has(around)) return found
      found.push(...around.boundaries.filter((id) => isOf(`${what}_boundary`, id)))
      from = around
    }
  }
  function isOf(kind: string, id: string): boolean {
    return plan.nodes.get(id)?.kind === kind
  }
}
