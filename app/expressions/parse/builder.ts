import type { FunctionTypes } from '#expressions/functions'
import type { Piece } from '#expressions/parse/piece'
import type { Spelling } from '#expressions/parse/spelling'
import type { TypeEnvironment } from '#expressions/types'
import type { Node } from '#expressions/tree'

/** What the language has, but an expression of a procedure may not. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly at: number,
    readonly params: Record<string, string | number> = {}
  ) {
    super(code)
  }
}

/** How a rule of the grammar becomes a node; may throw Refused. */
export type Builder = (piece: Piece, build: Building) => Node

/** One building under way, which makes the nodes within. */
export interface Building {
  node(this: void, piece: Piece): Node
  /** Whether `?` has been read since it was last cleared. */
  sawInput: boolean
  readonly spelling: Spelling
  readonly functions: FunctionTypes
  /** The types that have a name. */
  readonly types: TypeEnvironment
}
