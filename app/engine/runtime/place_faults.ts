import type { Graph, LoopPlan, Node } from '#engine/graph'
import type { MigrationFault } from '#engine/migration'
import type { Place } from '#engine/runtime/places'
import { starters, watchers } from '#engine/runtime/watchers'

interface Waited {
  activity?: string
  message?: string
  signal?: string
  process?: string
}

interface Around {
  from: Graph
  to: Graph
  /** Where the token of another key goes on. */
  around(key: string | undefined): Place | undefined
}

const waited = (node: Node | undefined): Waited => (node?.data ?? {}) as Waited

/** Whether a place has the surroundings that its token has, and waits for what the token waits for. */
export function faultsOfPlace(place: Place, around: Around): MigrationFault[] {
  const { key, token } = place
  const faults = [
    scopeFault(place, around),
    hostFault(place, around),
    workFault(place, around),
    loopFault(place, around),
  ]
  return faults.flatMap((fault) => (fault ? [{ ...fault, key, element: token.element }] : []))
}

type Fault = Pick<MigrationFault, 'code' | 'detail'> | null

function scopeFault({ token, node }: Place, { to, around }: Around): Fault {
  const scope = around(token.scope)
  const inside = scope?.node.id ?? null
  if (token.starter)
    return starters(to, inside ?? '').includes(node.id) ? null : { code: 'other_scope', detail: inside ?? '' }
  // a handler that undoes something runs for whoever ordered it, wherever it is drawn
  if (scope?.token.waits === 'undoing') return null
  const repeats = scope?.token.waits === 'many' && inside === node.id
  return repeats || inside === node.scope ? null : { code: 'other_scope', detail: node.scope ?? '' }
}

function hostFault({ token, node }: Place, { to, around }: Around): Fault {
  const host = around(token.host)
  return !host || watchers(to, host.node, host.token).includes(node.id)
    ? null
    : { code: 'other_host', detail: host.node.id }
}

function workFault({ token, node }: Place, { from }: Around): Fault {
  const [before, now] = [waited(from.nodes[token.element]), waited(node)]
  if (token.message !== undefined && now.message !== token.message)
    return { code: 'other_message', detail: token.message }
  if (token.signal !== undefined && now.signal !== token.signal)
    return { code: 'other_message', detail: token.signal }
  if (token.incident) return null
  if (token.waits === 'activity' && now.activity !== before.activity)
    return { code: 'other_activity', detail: before.activity ?? '' }
  return token.waits === 'call' && now.process !== before.process
    ? { code: 'other_activity', detail: before.process ?? '' }
    : null
}

const repetition = (loop: LoopPlan | undefined): string =>
  loop?.over === 'items' ? `items ${String(loop.sequential)}` : (loop?.over ?? '')

/** What is repeated there is repeated here, in the same way. */
function loopFault({ token, node }: Place, { from, around }: Around): Fault {
  const scope = around(token.scope)
  if (scope?.token.waits === 'many' && scope.node.id === node.id) return null
  const before = token.waits === 'many' ? from.nodes[token.element]?.loop : undefined
  return repetition(before) === repetition(node.loop) ? null : { code: 'other_repetition', detail: '' }
}
