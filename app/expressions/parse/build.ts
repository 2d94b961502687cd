import { BUILDERS } from '#expressions/parse/builders/index'
import { type Building, Refused } from '#expressions/parse/builder'
import type { FunctionTypes } from '#expressions/functions'
import type { Spelling } from '#expressions/parse/spelling'
import type { Piece } from '#expressions/parse/piece'
import type { TypeEnvironment } from '#expressions/types'
import type { Node } from '#expressions/tree'

/** Of operators in a row, too: `a + b + c` is nested once for each. */
const MAX_DEPTH = 500

/** Turns a piece of grammar into a node of our tree. Throws Refused. */
export class Build implements Building {
  #depth = 0
  sawInput = false

  constructor(
    readonly spelling: Spelling,
    readonly functions: FunctionTypes,
    readonly types: TypeEnvironment
  ) {}

  node = (piece: Piece): Node => {
    const build = BUILDERS[piece.name]
    if (!build) throw new Refused('NOT_SUPPORTED', piece.at, { text: piece.text })
    if (++this.#depth > MAX_DEPTH) throw new Refused('TOO_DEEP', piece.at, { limit: MAX_DEPTH })
    const node = build(piece, this)
    this.#depth--
    return node
  }
}
