import type { Plan } from '#engine/checks/plan'
import type { Expression } from '#engine/feel'
import type { Node } from '#engine/graph'

/** What the kinds of events read that say what they wait for. */
interface Heard {
  code?: string | null
  message?: string
  correlation?: Expression | null
  signal?: string
  interrupts?: boolean
}

/** Of two that listen for the same at the same place, only the first ever hears it. */
export function checkListeners(plan: Plan): void {
  const first = new Map<string, string>()
  for (const node of inOrder(plan)) {
    const [place, what] = [placeOf(plan, node), heardBy(node)]
    if (place === null || what === null) continue
    const name = JSON.stringify([place, what])
    const before = first.get(name)
    if (before === undefined) first.set(name, node.id)
    else plan.problem('LISTENER_TWICE', node.id, { first: before })
  }
}

/** As `raise` looks for them: what begins a part comes in the order of the parts. */
const inOrder = (plan: Plan): Node[] =>
  [...plan.nodes.values()].flatMap((node) => {
    if (node.kind === 'event_sub_process')
      return (plan.starts.get(node.id) ?? []).flatMap((id) => plan.nodes.get(id) ?? [])
    return node.kind.endsWith('_start') ? [] : [node]
  })

/** Where it stands beside others: on a border, at the beginning of a part, behind a gateway that waits for the first. */
function placeOf(plan: Plan, node: Node): string[] | null {
  const host = plan.hostOf(node)
  if (host) return ['border', host.id]
  const part = node.scope === null ? undefined : plan.nodes.get(node.scope)
  if (node.kind.endsWith('_start') && part?.kind === 'event_sub_process') return ['part', part.scope ?? '']
  const before = plan.nodes.get(plan.flows.get(node.incoming[0] ?? '')?.source ?? '')
  return before?.kind === 'event_gateway' ? ['race', before.id] : null
}

/** What it takes for itself alone; what doesn't interrupt leaves a signal or message to the others. */
function heardBy({ kind, data }: Node): (string | null)[] | null {
  const [what = ''] = kind.split('_')
  const { code, message, correlation, signal, interrupts } = (data ?? {}) as Heard
  if (what === 'cancel' || what === 'compensation') return [what]
  if (what === 'error' || what === 'escalation') return [what, code ?? null]
  if (interrupts === false) return null
  if (message) return ['message', message, correlation?.source ?? null]
  return signal ? ['signal', signal] : null
}
