import type { Arrival } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Step } from '#engine/runtime/step'
import type { State, Undo, Undoing } from '#engine/state'

/** What was completed and could be undone is kept, with what was completed inside it. */
export function remember(step: Step, node: Node, { key, scope, locals }: Arrival): void {
  const inner = (step.state.compensations ?? []).filter((done) => done.scope === key)
  // of what was repeated no time at all, nothing is to be undone either
  const nothingDone = node.undoneBy === undefined || step.state.tokens[key]?.waits === 'many'
  if (nothingDone && inner.length === 0) return
  const own = step.state.tokens[key]?.locals ?? locals
  const done: Undoing = {
    element: node.id,
    ...(scope && { scope }),
    ...(own && { locals: own }),
    ...(inner.length > 0 && { inner }),
  }
  step.state.compensations = [...(step.state.compensations ?? []), done]
}

/** What can no longer be undone is left out; so is the list, once there is nothing on it. */
export function forget(state: State, which: (done: Undoing) => boolean): void {
  if (!state.compensations) return
  const left = state.compensations.filter((done) => !which(done))
  if (left.length > 0) state.compensations = left
  else delete state.compensations
}

/** Takes what was completed in some scopes, all of it or one element's, as the handlers that undo it, the first to go last. */
export function takeUndone(
  step: Step,
  scopes: readonly (string | undefined)[],
  only: string | null,
  from: string | undefined
): Undo[] {
  const isMeant = (done: Undoing) => scopes.includes(done.scope) && (only === null || done.element === only)
  const taken = (step.state.compensations ?? []).filter(isMeant)
  forget(step.state, isMeant)
  const seen = new Set<string | undefined>()
  for (let scope = from; scope !== undefined; scope = step.state.tokens[scope]?.scope) seen.add(scope)
  // the handlers run where it is thrown: what is seen from there is seen anyway
  return taken.flatMap((done) =>
    handlersOf(step, done, seen.has(done.scope) ? {} : step.state.tokens[done.scope ?? '']?.locals)
  )
}

/**
 * Of something repeated, each repetition is undone; of a subprocess without a handler, what was done inside. A
 * handler sees the variables of the repetitions that it undoes something of.
 */
function handlersOf(step: Step, done: Undoing, around: Undo['locals'] = {}): Undo[] {
  const { element, inner = [] } = done
  const { undoneBy, loop } = step.node(element)
  const locals = { ...around, ...done.locals }
  const repeated = loop && inner.some((each) => each.element === element)
  if (undoneBy === undefined || repeated) return inner.flatMap((each) => handlersOf(step, each, locals))
  return [{ element: undoneBy, ...(Object.keys(locals).length > 0 && { locals }) }]
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
