import type { Plan } from '#engine/checks/plan'
import { waysOut } from '#engine/checks/ways_out'
import type { Node } from '#engine/graph'

/** Beyond so many markings only that is said: a process that branches like that is looked at by simulation. */
const MOST_MARKINGS = 2000
/** More tokens than that on one flow, and a loop keeps making them. */
const MOST_TOKENS = 3

/** How many tokens stand on each flow. */
type Marking = ReadonlyMap<string, number>

/** Whether parallel joins get all the branches they wait for, by playing every choice of a scope with tokens. */
export function checkJoins(plan: Plan, process: string): void {
  for (const [scope, starts] of plan.starts) {
    const nodes = [...plan.nodes.values()].filter((node) => node.scope === scope)
    const joins = nodes.filter((node) => node.kind === 'parallel_gateway' && node.incoming.length > 1)
    if (joins.length === 0) continue
    const played = play(plan, starts)
    if (!played) plan.warning('JOINS_UNPLAYED', scope ?? process)
    if (!played) continue
    for (const { id } of joins) {
      if (!played.passed.has(id)) plan.problem('JOIN_NEVER_FIRES', id)
      else if (played.stuck.has(id)) plan.warning('JOIN_MAY_WAIT', id)
    }
  }
}

/** The joins that were passed, and those that something waited at in the end; null when there is too much to play. */
function play(plan: Plan, starts: readonly string[]): { passed: Set<string>; stuck: Set<string> } | null {
  const [passed, stuck] = [new Set<string>(), new Set<string>()]
  const seen = new Set<string>()
  const open: Marking[] = starts.map((id) => add(new Map(), plan.nodes.get(id)?.outgoing ?? []))
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const name = nameOf(marking)
    if (seen.has(name)) continue
    if (seen.size > MOST_MARKINGS || [...marking.values()].some((count) => count > MOST_TOKENS)) return null
    seen.add(name)
    const node = next(plan, marking)
    if (!node) for (const flow of marking.keys()) stuck.add(plan.flows.get(flow)?.target ?? '')
    else {
      passed.add(node.id)
      open.push(...fired(plan, node, marking))
    }
  }
  return { passed, stuck }
}

/**
 * Which node moves next. Those that only pass tokens on come first: in which order they do makes no difference, and one
 * branch after the other comes to the fewest markings.
 */
function next(plan: Plan, marking: Marking): Node | undefined {
  const reached = [...new Set([...marking.keys()].map((flow) => plan.flows.get(flow)?.target ?? ''))]
    .flatMap((id) => plan.nodes.get(id) ?? [])
    .filter((node) => node.kind !== 'parallel_gateway' || node.incoming.every((flow) => marking.has(flow)))
  const moving = reached.findLast((node) => !waits(node) && !sweeps(node))
  if (moving) return moving
  // of joins that wait for one another, the one that none of the others leads to; what sweeps all away comes last
  const waiting = reached.filter(waits)
  const first = waiting.find((node) => !waiting.some((other) => other !== node && leadsTo(plan, other, node)))
  return first ?? waiting[0] ?? reached[0]
}

/** An inclusive join, which waits until nothing else can move. */
const waits = (node: Node): boolean => node.kind === 'inclusive_gateway' && node.incoming.length > 1

const beyond = new WeakMap<Plan, Map<string, Set<string>>>()

function leadsTo(plan: Plan, from: Node, to: Node): boolean {
  const known = beyond.get(plan) ?? new Map<string, Set<string>>()
  beyond.set(plan, known)
  const seen = known.get(from.id) ?? new Set(plan.after(from.id))
  // a set also gives what is added while it is walked
  if (!known.has(from.id)) for (const id of seen) for (const next of plan.after(id)) seen.add(next)
  known.set(from.id, seen)
  return seen.has(to.id)
}

/** Ends that take every other token of their scope away. */
const sweeps = ({ kind }: Node): boolean => ['terminate_end', 'error_end', 'cancel_end'].includes(kind)

/** Every marking that can follow when this node takes its tokens. */
function fired(plan: Plan, node: Node, marking: Marking): Marking[] {
  if (sweeps(node)) return [new Map()]
  const left = take(node, marking)
  return waysOut(plan, node).map((flows) => add(left, flows))
}

function take(node: Node, marking: Marking): Marking {
  const here = node.incoming.filter((flow) => marking.has(flow))
  const joins = node.kind === 'parallel_gateway' || node.kind === 'inclusive_gateway'
  return add(marking, joins ? here : here.slice(0, 1), -1)
}

function add(marking: Marking, flows: readonly string[], count = 1): Marking {
  const result = new Map(marking)
  for (const flow of flows) {
    const now = (result.get(flow) ?? 0) + count
    if (now > 0) result.set(flow, now)
    else result.delete(flow)
  }
  return result
}

const nameOf = (marking: Marking): string =>
  [...marking]
    .map(([flow, count]) => `${flow}*${count}`)
    .sort()
    .join(' ')
