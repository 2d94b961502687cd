import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { termOfDuration } from '#deadlines/iso_duration'
import type { Term, TermUnit } from '#deadlines/types'

const TERM = /^(\d{1,4}) (hour|working day|natural day|day|month|year)s?$/

// Law 39/2015, art. 30.2: days are working days unless a law says otherwise
const UNITS: Record<string, TermUnit> = {
  hour: 'hours',
  'working day': 'working_days',
  'natural day': 'natural_days',
  day: 'working_days',
  month: 'months',
  year: 'years',
}

/** Reads `10 working days`, `10 days`, `5 natural days`, `24 hours`, `3 months`, `1 year`, and durations of ISO 8601. */
export function parseTerm(text: string, place: Partial<Diagnostic> = {}): Result<Term, Diagnostic[]> {
  const term = termIn(text) ?? termOfDuration(text.trim())
  if (!term) return err([problem('TERM_UNREADABLE', { ...place, params: { text } })])
  // art. 30.1: a term in hours lasts at most twenty-four; beyond, it is expressed in days
  if (term.unit === 'hours' && term.amount > 24)
    return err([problem('TERM_OVER_24_HOURS', { ...place, params: { text } })])
  return ok(term)
}

function termIn(text: string): Term | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
  const [, amount, unit] = TERM.exec(plain) ?? []
  return amount && unit && Number(amount) > 0
    ? { amount: Number(amount), unit: UNITS[unit] as TermUnit }
    : null
}

/** The text that `parseTerm` reads back. */
export const termText = ({ amount, unit }: Term): string => {
  const words = unit.replace('_', ' ')
  return `${amount} ${amount === 1 ? words.slice(0, -1) : words}`
}
