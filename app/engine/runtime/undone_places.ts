import type { Graph } from '#engine/graph'
import type { Undoing } from '#engine/state'

interface Between {
  from: Graph
  to: Graph
  target(element: string): string | null
}

/** The elements of what was done and could be undone, and could not be in the other graph. */
export function lostUndoings(done: Undoing[] | undefined, { from, to, target }: Between): string[] {
  return elementsOf(done ?? []).filter((element) => {
    const now = target(element)
    const could = from.nodes[element]?.undoneBy !== undefined
    return now === null || could !== (to.nodes[now]?.undoneBy !== undefined)
  })
}

const elementsOf = (done: Undoing[]): string[] =>
  done.flatMap(({ element, inner = [] }) => [element, ...elementsOf(inner)])

/** The same, told in the words of the other graph. */
export const carriedUndoings = (done: Undoing[], between: Between): Undoing[] =>
  done.map((one) => ({
    ...one,
    element: between.target(one.element) ?? one.element,
    ...(one.inner && { inner: carriedUndoings(one.inner, between) }),
  }))
