import { OPERATIONS } from '#expressions/evaluate/operations/index'
import type { Linker, Run } from '#expressions/evaluate/run'
import type { Node } from '#expressions/tree'

/** Turns a tree into a closure. Every node that runs costs one step. */
export function link(node: Node): Run {
  const run = (OPERATIONS[node.op] as (node: Node, link: Linker) => Run)(node, link)
  return (frame, session) => {
    session.spend(1)
    return run(frame, session)
  }
}
