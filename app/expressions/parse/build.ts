import { BUILDERS } from '#expressions/parse/builders/index'
import type { Piece } from '#expressions/parse/piece'
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

const MAX_DEPTH = 100

/** Turns a piece of grammar into a node of our tree. Throws Refused. */
export class Build {
  #depth = 0
  /** Whether `?` has been read since it was last cleared. */
  sawInput = false

  node = (piece: Piece): Node => {
    const build = BUILDERS[piece.name]
    if (!build) throw new Refused('NOT_SUPPORTED', piece.at, { text: piece.text })
    if (++this.#depth > MAX_DEPTH) throw new Refused('TOO_DEEP', piece.at, { limit: MAX_DEPTH })
    const node = build(piece, this)
    this.#depth--
    return node
  }
}
