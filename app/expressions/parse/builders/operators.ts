import type { Builder } from '#expressions/parse/builder'
import { testOf } from '#expressions/parse/builders/tests'
import type { ArithmeticOperator, ComparisonOperator } from '#expressions/tree'
import type { Piece } from '#expressions/parse/piece'

const both = ({ children }: Piece): [Piece, Piece] => [children[0] as Piece, children.at(-1) as Piece]

const logical =
  (op: 'and' | 'or'): Builder =>
  (piece, { node }) => {
    const [left, right] = both(piece)
    return { op, left: node(left), right: node(right), at: piece.at }
  }

export const operators: Record<string, Builder> = {
  Conjunction: logical('and'),
  Disjunction: logical('or'),

  ArithmeticExpression: (piece, { node }) => {
    const sign = piece.child('ArithOp')
    const [left, right] = both(piece)
    if (left.name === 'ArithOp') {
      const value = node(right)
      return sign.text === '-' ? { op: 'negate', value, at: piece.at } : value
    }
    const operator = (sign.text === '^' ? '**' : sign.text) as ArithmeticOperator
    return { op: 'arithmetic', operator, left: node(left), right: node(right), at: sign.at }
  },

  Comparison: (piece, build) => {
    const [left, middle] = piece.children as [Piece, Piece]
    const value = build.node(left)
    if (middle.name === 'between') {
      const [, , low, , high] = piece.children as Piece[]
      return { op: 'between', value, low: build.node(low!), high: build.node(high!), at: middle.at }
    }
    if (middle.name === 'in') {
      const group = piece.all('PositiveUnaryTests')[0]
      const tests = (group ?? piece).all('PositiveUnaryTest')
      return { op: 'in', value, tests: tests.map((test) => testOf(test, build)), at: middle.at }
    }
    const right = build.node(piece.children.at(-1) as Piece)
    return {
      op: 'comparison',
      operator: middle.text as ComparisonOperator,
      left: value,
      right,
      at: middle.at,
    }
  },
}
