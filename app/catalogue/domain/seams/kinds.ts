import { problem, type Diagnostic } from '#core/diagnostic'
import type { Json } from '#core/json'
import { Decimal, type FeelType } from '#expressions/index'
import type { Seam, SeamKind } from '#catalogue/domain/seams/types'

interface Kind {
  /** What expressions read; documents read a text in their language. */
  type: FeelType
  /** The code of what is wrong with a value, and what fills its text; null where nothing is. */
  fault(value: Json, seam: Seam): [code: string, params: Diagnostic['params']] | null
}

const DECIMAL = /^-?(0|[1-9][0-9]{0,11})([.][0-9]{1,6})?$/

const decimal = (most: number): Kind => ({
  type: 'number',
  fault(value, { minimum, maximum, decimals = most }) {
    if (typeof value !== 'string' || !DECIMAL.test(value)) return ['VALUE_NO_DECIMAL', {}]
    const number = new Decimal(value)
    if (number.decimalPlaces() > decimals) return ['VALUE_DECIMALS', { value, decimals }]
    if (minimum !== undefined && number.lessThan(minimum)) return ['VALUE_TOO_LOW', { value, limit: minimum }]
    if (maximum !== undefined && number.greaterThan(maximum))
      return ['VALUE_TOO_HIGH', { value, limit: maximum }]
    return null
  },
})

const isTexts = (value: Json): value is Record<string, Json> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const LONGEST = 2000

/** One value of each kind: an amount has cents, a text is in every language. */
export const KINDS: Record<SeamKind, Kind> = {
  number: decimal(6),
  money: decimal(2),
  percent: decimal(4),
  yes_no: {
    type: 'boolean',
    fault: (value) => (typeof value === 'boolean' ? null : ['VALUE_NO_YES_NO', {}]),
  },
  choice: {
    type: 'string',
    fault: (value, { options = [] }) =>
      typeof value === 'string' && options.includes(value)
        ? null
        : ['VALUE_NO_OPTION', { options: options.join(', ') }],
  },
  text: {
    type: 'string',
    fault(value, { longest = LONGEST }) {
      if (!isTexts(value)) return ['VALUE_NO_TEXT', {}]
      const long = Object.values(value).some((text) => typeof text !== 'string' || text.length > longest)
      return long ? ['VALUE_TOO_LONG', { limit: longest }] : null
    },
  },
}

/** What is wrong with a value of a seam, at its place. */
export function valueFault(seam: Seam, value: Json, place: { file: string; pointer: string }): Diagnostic[] {
  const found = KINDS[seam.kind].fault(value, seam)
  return found ? [problem(found[0], { ...place, params: { id: seam.id, ...found[1] } })] : []
}
