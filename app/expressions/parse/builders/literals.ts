import { type Builder, Refused } from '#expressions/parse/builder'
import { parseNumber } from '#expressions/values/number'
import { parseTemporal } from '#expressions/values/temporal'

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

/** The text between the quotes, with its escapes resolved. */
export const unquoted = (text: string): string =>
  text
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gsu,
      (_, four?: string, six?: string, one?: string) => {
        if (one !== undefined) return ESCAPES[one] ?? one
        const point = parseInt(four ?? six ?? '0', 16)
        return point > 0x10ffff ? '\ufffd' : four ? String.fromCharCode(point) : String.fromCodePoint(point)
      }
    )

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
    if (parseTemporal(value) === null) throw new Refused('NOT_A_MOMENT', piece.at, { text: value })
    return { op: 'temporal', value, at: piece.at }
  },
}
