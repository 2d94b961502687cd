import type { Building, Builder } from '#expressions/parse/builder'
import type { Piece } from '#expressions/parse/piece'
import type { Node, Test } from '#expressions/tree'

/** A single test; one that mentions `?` answers for itself. */
export function testOf(piece: Piece, build: Building): Test {
  const outer = build.sawInput
  build.sawInput = false
  const test = build.node(piece.child())
  const { sawInput: usesInput } = build
  build.sawInput = outer || usesInput
  return { test, usesInput }
}

const allOf = (piece: Piece, build: Building): Test[] =>
  piece
    .child('PositiveUnaryTests')
    .all('PositiveUnaryTest')
    .map((test) => testOf(test, build))

const openRange = (operator: string, end: Node, at: number): Node => {
  const closed = operator.endsWith('=')
  return operator.startsWith('<')
    ? { op: 'range', low: null, high: end, lowClosed: false, highClosed: closed, at }
    : { op: 'range', low: end, high: null, lowClosed: closed, highClosed: false, at }
}

export const tests: Record<string, Builder> = {
  /** The top of a decision-table cell: `-` accepts all, as no tests that are denied. */
  UnaryTests: (piece, build) => {
    const names = piece.children.map(({ name }) => name)
    if (names[0] === 'Wildcard') return { op: 'tests', tests: [], negated: true, at: piece.at }
    return { op: 'tests', tests: allOf(piece, build), negated: names[0] === 'not', at: piece.at }
  },

  SimplePositiveUnaryTest: (piece, { node }) => {
    const [first, end] = piece.children as [Piece, Piece | undefined]
    if (first.name === 'Interval' || !end) return node(first)
    const operator = first.text
    if (operator === '=' || operator === '!=') return { op: 'test', operator, value: node(end), at: piece.at }
    return openRange(operator, node(end), piece.at)
  },

  Interval: (piece, { node }) => {
    const [open, low, , high, close] = piece.children as [Piece, Piece, Piece, Piece, Piece]
    return {
      op: 'range',
      low: node(low),
      high: node(high),
      lowClosed: open.text === '[',
      highClosed: close.text === ']',
      at: piece.at,
    }
  },
}
