import type { Arrival, Kind } from '#engine/elements/kind'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import type { Step } from '#engine/runtime/step'
import { takeUndone, undoNext } from '#engine/runtime/undo'

export interface CompensationData {
  /** The one element that is undone; null undoes all that was completed in the scope. */
  undoes: string | null
}

export const readCompensation = (reader: Reader): CompensationData => ({ undoes: reader.activityRef() })

/** A compensation in an event subprocess undoes what was completed around that. */
function scopesToUndo(step: Step, scope: string | undefined): (string | undefined)[] {
  const token = scope === undefined ? undefined : step.state.tokens[scope]
  return [token && step.node(token.element).kind === 'event_sub_process' ? token.scope : scope]
}

interface Undoing<Data> {
  /** The one activity to be undone; without it, all. */
  only?(node: Node<Data>): string | null
  /** The scopes in which it was completed, where that isn't the one around. */
  scopes?(step: Step, scope: string | undefined): (string | undefined)[]
  /** What happens once it is known what there is to undo. */
  first?(step: Step, arrival: Arrival): void
  then(step: Step, node: Node<Data>, arrival: Arrival): void
}

/** Carries the handlers out one after the other, the last completed first; then goes on as told. */
export const undoing = <Data>({
  only,
  scopes = scopesToUndo,
  first,
  then,
}: Undoing<Data>): Required<Pick<Kind<Data>, 'enter' | 'resume'>> => ({
  enter(step, node, arrival) {
    const undo = takeUndone(step, scopes(step, arrival.scope), only?.(node) ?? null, arrival.scope)
    first?.(step, arrival)
    step.wait(node, arrival, { waits: 'undoing', undo })
    if (!undoNext(step, arrival.key)) then(step, node, arrival)
  },
  resume(step, node, arrival) {
    if (!undoNext(step, arrival.key)) then(step, node, arrival)
  },
})
