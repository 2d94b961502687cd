import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'
import type { Node } from '#engine/graph'
import type { Known } from '#engine/reading/known'
import { type CaughtCode, THROWN } from '#engine/runtime/hearer'

/** What catches an error or an escalation can come to do so: something that it listens to reports one that it takes. */
export function checkThrown(plan: Plan, known: Known): void {
  const reported = new Map<Node<CaughtCode>, (readonly string[] | null)[]>()
  for (const node of plan.nodes.values())
    for (const what of THROWN) {
      const kind = kindOf(node)
      const codes = kind.throws ? kind.throws(node, what, known) : []
      for (const event of plan.listenersTo(node, what))
        reported.set(event, [...(reported.get(event) ?? []), codes])
    }
  for (const [{ id, kind, data }, all] of reported) {
    const takes = (codes: readonly string[] | null) =>
      codes === null || (data.code === null ? codes.length > 0 : codes.includes(data.code))
    if (all.some(takes)) continue
    const said = [...new Set(all.flatMap((codes) => codes ?? []))].sort().join(', ') || '-'
    plan.problem(kind.startsWith('error') ? 'ERROR_NEVER' : 'ESCALATION_NEVER', id, { reported: said })
  }
}
