import type { Frame } from '#expressions/evaluate/frame'
import { OPERATIONS } from '#expressions/evaluate/operations/index'
import type { Session } from '#expressions/evaluate/session'
import type { Node, NodeOf, Op } from '#expressions/tree'
import type { FeelValue } from '#expressions/values/value'

/** A node ready to run: a closure, so that evaluating again never looks at the tree. */
export type Run = (frame: Frame, session: Session) => FeelValue

export type Link<O extends Op> = (node: NodeOf<O>) => Run

/** Turns a tree into a closure. Every node that runs costs one step. */
export function link(node: Node): Run {
  const run = (OPERATIONS[node.op] as (node: Node) => Run)(node)
  return (frame, session) => {
    session.spend(1)
    return run(frame, session)
  }
}
