import { exclude } from '#engine/checks/exclude'
import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'
import type { Node } from '#engine/graph'

/** With more ways out than that, only one of them or all are played. */
const MOST_OPEN = 4

/** The flows that can be taken together when a node is left. */
export function waysOut(plan: Plan, node: Node): string[][] {
  const one = node.outgoing.map((flow) => [flow])
  if (node.kind === 'exclusive_gateway' || node.kind === 'event_gateway') return one
  if (node.kind === 'inclusive_gateway') return waysOfSome(plan, node)
  if (node.kind === 'link_throw') return plan.linksTo(node).map((id) => plan.nodes.get(id)?.outgoing ?? [])
  const events = node.boundaries.flatMap((id) => plan.nodes.get(id) ?? []).filter((event) => !undoes(event))
  return [
    node.outgoing,
    ...events.map((event) => (interrupts(event) ? event.outgoing : [...node.outgoing, ...event.outgoing])),
  ]
}

/** An inclusive gateway opens any of its ways that can be open together, or else the default alone. */
function waysOfSome(plan: Plan, node: Node): string[][] {
  const { default: otherwise } = node.data as { default: string | null }
  const open = node.outgoing.filter((id) => id !== otherwise)
  const ways: string[][] = otherwise ? [[otherwise]] : []
  if (open.length > MOST_OPEN) return [...ways, ...open.map((id) => [id]), open]
  const condition = (id: string) => plan.flows.get(id)?.condition ?? null
  const sets = open.reduce<string[][]>(
    (all, id) => [
      ...all,
      ...all
        .filter((set) => !set.some((other) => exclude(condition(id), condition(other))))
        .map((set) => [...set, id]),
    ],
    [[]]
  )
  return [...ways, ...sets.slice(1)]
}

const undoes = (event: Node): boolean => kindOf(event).place === 'end'
const interrupts = ({ data }: Node): boolean =>
  (data as { interrupts?: boolean } | null)?.interrupts !== false
