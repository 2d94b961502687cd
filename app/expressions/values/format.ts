import { type Decimal, formatNumber, isNumber } from '#expressions/values/number'
import { dateText, isDate } from '#expressions/values/temporal'
import { FeelRange, type FeelValue } from '#expressions/values/value'

/** The text of a value, as `string()` gives it; inside lists and contexts, texts are quoted. */
export const format = (value: FeelValue): string => (typeof value === 'string' ? value : literal(value))

function literal(value: FeelValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (isNumber(value)) return formatNumber(value as Decimal)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (value instanceof Map)
    return `{${[...value].map(([name, entry]) => `${key(name)}: ${literal(entry)}`).join(', ')}}`
  if (value instanceof FeelRange) return rangeText(value)
  return isDate(value) ? dateText(value) : value.toString()
}

const key = (name: string) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : JSON.stringify(name))

const rangeText = ({ low, high, lowClosed, highClosed }: FeelRange) =>
  `${lowClosed ? '[' : '('}${low === null ? '' : literal(low)}..${high === null ? '' : literal(high)}${highClosed ? ']' : ')'}`
