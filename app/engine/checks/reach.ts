import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'

/** A case can come to every element, and from every element to an end. */
export function checkReach(plan: Plan): void {
  const apart = [...plan.nodes.values()].filter((node) => kindOf(node).detached).map(({ id }) => id)
  const starts = [...[...plan.starts.values()].flat(), ...apart]
  const reached = walk(starts, (id) => plan.after(id))
  // a branch that just stops has been told already
  const ends = [...plan.nodes.values()].filter(
    (node) => node.outgoing.length === 0 || kindOf(node).place === 'end'
  )
  const ids = ends.map(({ id }) => id)
  const ending = walk(ids, (id) => plan.before(id))
  for (const id of plan.nodes.keys()) {
    if (!reached.has(id)) plan.problem('UNREACHABLE', id)
    else if (!ending.has(id)) plan.problem('NEVER_ENDS', id)
  }
}

function walk(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from)
  // a set also gives what is added while it is walked
  for (const id of seen) for (const other of next(id)) seen.add(other)
  return seen
}
