import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Step } from '#engine/runtime/step'
import type { Undo, Undoing } from '#engine/state'

/** What was completed and could be undone is kept, with what was completed inside it. */
export function remember(step: Step, node: Node, { key, scope, locals }: Arrival): void {
  const inner = (step.state.compensations ?? []).filter((done) => done.scope === key)
  if (node.undoneBy === undefined && inner.length === 0) return
  const own = step.state.tokens[key]?.locals ?? locals
  const done: Undoing = {
    element: node.id,
    ...(scope && { scope }),
    ...(own && { locals: own }),
    ...(inner.length > 0 && { inner }),
  }
  step.state.compensations = [...(step.state.compensations ?? []), done]
}

/** Takes what was completed in a scope, all of it or one element's, as the handlers that undo it, the first to go last. */
export function takeUndone(step: Step, scope: string | undefined, only: string | null): Undo[] {
  const all = step.state.compensations ?? []
  const taken = all.filter((done) => done.scope === scope && (only === null || done.element === only))
  const left = all.filter((done) => !taken.includes(done))
  if (left.length > 0) step.state.compensations = left
  else delete step.state.compensations
  return taken.flatMap((done) => handlersOf(step, done))
}

/** Of something repeated, each repetition is undone; of a subprocess without a handler, what was done inside. */
function handlersOf(step: Step, { element, locals, inner = [] }: Undoing): Undo[] {
  const { undoneBy } = step.node(element)
  const repeated = inner.length > 0 && inner.every((each) => each.element === element)
  if (undoneBy === undefined || repeated) return inner.flatMap((each) => handlersOf(step, each))
  return [{ element: undoneBy, ...(locals && { locals }) }]
}

/** Orders the next handler; false when all has been undone. */
export function undoNext(step: Step, key: string): boolean {
  const token = step.state.tokens[key]
  const undo = token?.undo ?? []
  const next = undo.at(-1)
  if (!token || !next) return false
  step.state.tokens[key] = { ...token, undo: undo.slice(0, -1) }
  step.send(next.element, key, next.locals && { locals: next.locals })
  return true
}
