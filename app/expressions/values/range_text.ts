import { parseDuration } from '#expressions/values/duration'
import { compare } from '#expressions/values/order'
import { parseNumber } from '#expressions/values/number'
import { unquoted } from '#expressions/values/quoted'
import { parseDate, parseDateTime, parseTemporal, parseTime } from '#expressions/values/moments'
import { FeelRange, type FeelValue } from '#expressions/values/value'

const TEXT = String.raw`"(?:\\.|[^"\\])*"`
const FUNCTIONS: Record<string, (text: string) => FeelValue> = {
  '': (text) => text,
  '@': parseTemporal,
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
}
const CALL = new RegExp(String.raw`^(date and time|date|time|duration|@|)\s*(\()?\s*(${TEXT})\s*(\))?$`, 's')
const RANGE = new RegExp(
  String.raw`^\s*([[(\]])\s*((?:${TEXT}|[^".]|\.(?!\.))*?)\s*\.\.\s*((?:${TEXT}|[^"])*?)\s*([\])[])\s*$`,
  's'
)

/** Reads a range as it is written, with ends that are literals; an end that is left out is open. Null for no range. */
export function parseRange(text: string): FeelRange | null {
  const [, open, from, to, close] = RANGE.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  const [low, high] = [endOf(from), endOf(to)]
  const [lowClosed, highClosed] = [open === '[', close === ']']
  if (low === undefined || high === undefined || (low === null && high === null)) return null
  if ((low === null && lowClosed) || (high === null && highClosed)) return null
  if (low !== null && high !== null && (compare(low, high) ?? 1) > 0) return null
  return new FeelRange(low, high, lowClosed, highClosed)
}

/** Null for nothing written, undefined for what is no literal. */
function endOf(text: string): FeelValue | undefined {
  if (text === '') return null
  const [, name, opens, quoted, closes] = CALL.exec(text.replace(/\s+(?=[a-z(])/g, ' ')) ?? []
  if (quoted === undefined) return parseNumber(text) ?? undefined
  const bare = name === '' || name === '@'
  if (Boolean(opens) === bare || Boolean(closes) === bare) return undefined
  return FUNCTIONS[name ?? '']?.(unquoted(quoted)) ?? undefined
}
