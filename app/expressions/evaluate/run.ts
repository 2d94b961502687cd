import type { Frame } from '#expressions/evaluate/frame'
import type { Session } from '#expressions/evaluate/session'
import type { Node, NodeOf, Op } from '#expressions/tree'
import type { FeelValue } from '#expressions/values/value'

/** A node ready to run: a closure, so that evaluating again never looks at the tree. */
export type Run = (frame: Frame, session: Session) => FeelValue

/** Makes any node ready. */
export type Linker = (node: Node) => Run

/** How a kind of node is made ready, by means of the nodes within. */
export type Link<O extends Op> = (node: NodeOf<O>, link: Linker) => Run
