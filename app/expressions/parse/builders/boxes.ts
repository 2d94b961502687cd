import { type Builder, Refused } from '#expressions/parse/builder'
import { unquoted } from '#expressions/values/quoted'
import { parseType } from '#expressions/type_text'
import type { Piece } from '#expressions/parse/piece'

const BRACKETS = new Set(['[', ']', '(', ')', '{', '}'])
const inner = (piece: Piece) => piece.children.filter(({ name }) => !BRACKETS.has(name))

const through: Builder = (piece, { node }) => node(inner(piece)[0] as Piece)

export const boxes: Record<string, Builder> = {
  Expression: through,
  ParenthesizedExpression: through,

  VariableName: ({ words, at }, { spelling }) => ({ op: 'name', name: spelling.of(words), at }),
  '?': ({ at }, build) => {
    build.sawInput = true
    return { op: 'name', name: '?', at }
  },

  PathExpression: (piece, { node, spelling }) => {
    const [of, , name] = piece.children as [Piece, Piece, Piece]
    return { op: 'path', of: node(of), name: spelling.of(name.words), at: name.at }
  },

  FilterExpression: (piece, { node }) => {
    const [of, by] = inner(piece) as [Piece, Piece]
    return { op: 'filter', of: node(of), by: node(by), at: by.at }
  },

  InstanceOfExpression: (piece, { node, types }) => {
    const type = piece.child('Type')
    const read = parseType(type.text, types)
    if (!read) throw new Refused('TYPE_UNKNOWN', type.at, { type: type.text })
    return { op: 'instance', value: node(piece.child()), type: read, at: piece.at }
  },

  List: (piece, { node }) => ({ op: 'list', items: inner(piece).map(node), at: piece.at }),

  Context: (piece, { node, spelling }) => {
    const entries = piece.all('ContextEntry').map((entry) => {
      const key = entry.child('Key').child()
      const name = key.name === 'StringLiteral' ? unquoted(key.text) : key.words
      return { name: spelling.declare(name), value: node(entry.children.at(-1) as Piece), at: key.at }
    })
    const repeated = entries.find(({ name }, index) => entries.findIndex((one) => one.name === name) < index)
    if (repeated) throw new Refused('ENTRY_REPEATED', repeated.at, { name: repeated.name })
    return { op: 'context', entries: entries.map(({ name, value }) => ({ name, value })), at: piece.at }
  },
}
