import { type Builder, Refused } from '#expressions/parse/builder'
import { parseNumber } from '#expressions/values/number'
import { refuseFarYear } from '#expressions/parse/beyond'
import { unquoted } from '#expressions/values/quoted'

export const literals: Record<string, Builder> = {
  null: ({ at }) => ({ op: 'literal', value: null, at }),
  BooleanLiteral: ({ text, at }) => ({ op: 'literal', value: text === 'true', at }),
  StringLiteral: ({ text, at }) => ({ op: 'literal', value: unquoted(text), at }),

  NumericLiteral: ({ text, at }) => {
    const value = text.replace(/\s+/g, '')
    if (parseNumber(value) === null) throw new Refused('NUMBER_OUT_OF_RANGE', at, { text: value })
    return { op: 'number', value, at }
  },

  AtLiteral: (piece) => {
    const value = unquoted(piece.child('StringLiteral').text)
    refuseFarYear(value, piece.at)
    return { op: 'temporal', value, at: piece.at }
  },
}
