import { builtin } from '#expressions/builtins/signature'
import { format } from '#expressions/values/format'
import { parseNumber } from '#expressions/values/number'
import type { FeelValue } from '#expressions/values/value'

const GROUPING = [' ', ',', '.']

function readNumber(text: string, grouping: FeelValue, point: FeelValue) {
  if (grouping !== null && (grouping === point || !GROUPING.includes(String(grouping)))) return null
  if (point !== null && point !== '.' && point !== ',') return null
  const bare = grouping === null ? text : text.replaceAll(String(grouping), '')
  return parseNumber(point === ',' ? bare.replace(',', '.') : bare)
}

export const conversions = [
  builtin(
    'number(from: string, grouping separator?: string, decimal separator?: string): number',
    ([text, grouping, point]) => readNumber(text, grouping, point)
  ),
  builtin('number(from: number): number', ([number]) => number),
  builtin('string(from: any): string', ([value], session) => {
    const text = value === null ? null : format(value)
    session.allowText(text?.length ?? 0)
    return text
  }),
]
