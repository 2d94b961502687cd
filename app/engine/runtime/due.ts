import { type Term, parseTerm } from '#deadlines/index'
import type { Json } from '#core/json'
import type { Due } from '#engine/protocol'

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/
const UNITS: Term['unit'][] = ['years', 'months', 'natural_days', 'hours']

/**
 * When a timer is due whose expression gave `value`: the text of a term (`10 working days`), an ISO date or
 * instant, or a duration of one unit (`P3M`; its days are natural days). Null when it is none of these.
 */
export function dueFrom(value: Json): Due | null {
  if (typeof value !== 'string') return null
  if (DATE.test(value)) return isDate(value) ? { date: value } : null
  const term = DURATION.test(value) ? termOfDuration(value) : parseTerm(value)
  if (!term) return null
  if (!('ok' in term)) return { term }
  return term.ok ? { term: term.value } : null
}

function termOfDuration(value: string): Term | null {
  const amounts = (DURATION.exec(value) ?? []).slice(1).map((amount) => Number(amount ?? 0))
  const given = amounts.flatMap((amount, index) =>
    amount > 0 ? [{ amount, unit: UNITS[index] as Term['unit'] }] : []
  )
  return given.length === 1 ? (given[0] as Term) : null
}

/** Whether the calendar has that day (JavaScript would roll 31 February over) and the clock that hour. */
function isDate(value: string): boolean {
  const day = value.slice(0, 10)
  const midnight = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
  return exists && !Number.isNaN(Date.parse(value))
}
