import type { Plan } from '#engine/checks/plan'
import { waysOut } from '#engine/checks/ways_out'
import type { Node } from '#engine/graph'

/** Beyond so many markings only that is said: a process that branches like that is looked at by simulation. */
const MOST_MARKINGS = 2000
/** More tokens than that on one flow, and a loop keeps making them. */
const MOST_TOKENS = 3

/** How many tokens stand on each flow. */
type Marking = ReadonlyMap<string, number>

/** Whether parallel joins get all the branches they wait for, and inclusive ones don't wait for each other, by playing every choice of a scope with tokens. */
export function checkJoins(plan: Plan, process: string): void {
  for (const [scope, starts] of plan.starts) {
    const nodes = [...plan.nodes.values()].filter((node) => node.scope === scope)
    const joins = nodes.filter((node) => node.kind === 'parallel_gateway' && node.incoming.length > 1)
    const inclusive = nodes.filter(waits)
    // one by itself waits for nothing that can't move
    if (joins.length === 0 && inclusive.length < 2) continue
    const played = play(plan, starts)
    if (!played && joins.length > 0) plan.warning('JOINS_UNPLAYED', scope ?? process)
    if (!played) continue
    for (const { id } of inclusive.filter((join) => played.stuck.has(join.id)))
      if (played.passed.has(id)) plan.warning('JOINS_MAY_BLOCK', id)
      else plan.problem('JOINS_BLOCK', id)
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
  // what sweeps all away comes last
  const released = reached.find((node) => waits(node) && !mayStillCome(plan, node, marking))
  return released ?? reached.find(sweeps)
}

/** An inclusive join, which waits until nothing else can move. */
const waits = (node: Node): boolean => node.kind === 'inclusive_gateway' && node.incoming.length > 1

/** Whether an inclusive join has to wait longer, as it would in a case. */
function mayStillCome(plan: Plan, join: Node, marking: Marking): boolean {
  const [full, empty] = [true, false].map((has) => join.incoming.filter((flow) => marking.has(flow) === has))
  const reaches = (element: string, flows: readonly string[] = []) =>
    flows.some((flow) => before(plan, join, flow).has(element))
  return [...marking.keys()]
    .map((flow) => plan.flows.get(flow)?.target ?? '')
    .some((element) => element !== join.id && reaches(element, empty) && !reaches(element, full))
}

const known = new WeakMap<Plan, Map<string, Set<string>>>()

/** The elements from which a flow into a join can be reached without passing that. */
function before(plan: Plan, join: Node, flow: string): Set<string> {
  const sets = known.get(plan) ?? new Map<string, Set<string>>()
  known.set(plan, sets)
  const source = plan.flows.get(flow)?.source ?? join.id
  const found = sets.get(flow) ?? new Set(source === join.id ? [] : [source])
  // a set also gives what is added while it is walked
  if (!sets.has(flow))
    for (const id of found) for (const other of plan.before(id)) if (other !== join.id) found.add(other)
  sets.set(flow, found)
  return found
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
