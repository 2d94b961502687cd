import { type Dialect, parserFor, type SyntaxNode } from '#expressions/parse/grammar'
import { readAnew } from '#expressions/parse/reading'
import { withoutRangeTypes } from '#expressions/parse/range_types'
import type { TypeEnvironment } from '#expressions/types'

/** A node of the grammar with its text; comments are left out. */
export class Piece {
  constructor(
    private readonly node: SyntaxNode,
    private readonly source: string
  ) {}

  get name(): string {
    return this.node.name
  }

  get at(): number {
    return this.node.from
  }

  get text(): string {
    return this.source.slice(this.node.from, this.node.to)
  }

  /** The words of a name, however they are spaced. */
  get words(): string {
    return this.text.trim().replace(/\s+/g, ' ')
  }

  get children(): Piece[] {
    const pieces: Piece[] = []
    for (let node = this.node.firstChild; node; node = node.nextSibling)
      if (!node.name.endsWith('Comment')) pieces.push(new Piece(node, this.source))
    return pieces
  }

  /** The first child, or the first of that name. */
  child(name?: string): Piece {
    const found = this.children.find((piece) => !name || piece.name === name)
    if (!found) throw new TypeError(`the grammar gave no ${name ?? 'child'} in ${this.name}`)
    return found
  }

  all(name: string): Piece[] {
    return this.children.filter((piece) => piece.name === name)
  }
}

/** The grammar's reading of a source, or the offset at which it gave up. */
export function read(
  source: string,
  dialect: Dialect,
  names: TypeEnvironment
): { piece: Piece } | { brokenAt: number } {
  try {
    readAnew()
    const tree = parserFor(dialect, names).parse(withoutRangeTypes(source))
    return { piece: new Piece(tree.topNode, source) }
  } catch (error) {
    const [, at] = error instanceof SyntaxError ? (/^No parse at (\d+)$/.exec(error.message) ?? []) : []
    if (at === undefined) throw error
    return { brokenAt: Number(at) }
  }
}
