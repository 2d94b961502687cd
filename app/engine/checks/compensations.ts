import type { CompensationData } from '#engine/elements/shared/compensation'
import type { Plan } from '#engine/checks/plan'
import type { Node } from '#engine/graph'

/** Whatever undoes has something that can be undone, and whatever can be undone something that does. */
export function checkCompensations(plan: Plan): void {
  const all = [...plan.nodes.values()]
  const undoable = all.filter(({ undoneBy }) => undoneBy !== undefined)
  const throwing = all.filter(({ kind }) => THROWING.includes(kind))
  for (const node of throwing) {
    // a transaction may be cancelled before anything was done in it
    if (node.kind === 'cancel_end') continue
    if (!undoable.some((done) => undoes(plan, node, done))) plan.warning('COMPENSATION_EMPTY', node.id)
  }
  for (const done of undoable)
    if (!throwing.some((node) => undoes(plan, node, done)))
      plan.warning('HANDLER_UNUSED', done.undoneBy ?? '', { activity: done.id })
}

const THROWING = ['compensation_throw', 'compensation_end', 'cancel_end']

const onlyOf = ({ data }: Node): string | null => (data as CompensationData | null)?.undoes ?? null

/** Whether what was completed there is undone by it, as `takeUndone` would find it. */
function undoes(plan: Plan, node: Node, done: Node): boolean {
  const scope = plan.scopeToUndo(node)
  const only = onlyOf(node)
  for (const at of plan.outwards(done)) {
    // what has a handler of its own is undone by that, and what was done inside is left
    if (at !== done && at.undoneBy !== undefined) return false
    if (at.scope === scope) return only === null || at.id === only
  }
  return false
}
