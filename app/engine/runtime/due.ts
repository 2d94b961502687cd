import { parseTerm } from '#deadlines/index'
import { type FeelValue, kindOf, toJson } from '#engine/feel'
import type { Due } from '#engine/protocol'

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/**
 * When a timer is due whose expression gave `value`: a date, a moment with its zone, a duration of one unit (its
 * days are natural days), or the text of any of these or of a term (`10 working days`). Null when it is none.
 */
export function dueFrom(value: FeelValue): Due | null {
  if (kindOf(value) === 'date and time') return instant(value as unknown as Moment)
  const text = toJson(value)
  if (typeof text !== 'string') return null
  if (DATE.test(text)) return isDate(text) ? { date: text } : null
  const term = parseTerm(text)
  return term.ok ? { term: term.value } : null
}

interface Moment {
  zone: string | null
  nanoseconds: bigint
}

/** Without a zone nobody could say which moment is meant. */
function instant({ zone, nanoseconds }: Moment): Due | null {
  return zone === null ? null : { date: new Date(Number(nanoseconds / 1_000_000n)).toISOString() }
}

/** Whether the calendar has that day (JavaScript would roll 31 February over) and the clock that hour. */
function isDate(text: string): boolean {
  const day = text.slice(0, 10)
  const midnight = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
  return exists && !Number.isNaN(Date.parse(text))
}
