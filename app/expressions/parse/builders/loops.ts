import type { Building, Builder } from '#expressions/parse/builder'
import type { Piece } from '#expressions/parse/piece'
import type { Binding } from '#expressions/tree'

const bindings = (piece: Piece, { node, spelling }: Building): Binding[] =>
  piece
    .child('InExpressions')
    .all('InExpression')
    .map((one) => {
      const [from, , to] = one.child('IterationContext').children as [Piece, Piece?, Piece?]
      return { name: spelling.declare(one.child('Name').words), from: node(from), to: to ? node(to) : null }
    })

const loop =
  (op?: 'for'): Builder =>
  (piece, build) => ({
    op: op ?? (piece.child().name as 'some' | 'every'),
    bindings: bindings(piece, build),
    body: build.node(piece.children.at(-1) as Piece),
    at: piece.at,
  })

export const loops: Record<string, Builder> = {
  ForExpression: loop('for'),
  QuantifiedExpression: loop(),

  IfExpression: (piece, { node }) => {
    const [, condition, , yes, , no] = piece.children as Piece[]
    return { op: 'if', condition: node(condition!), yes: node(yes!), no: node(no!), at: piece.at }
  },
}
