import type { Json } from '#core/json'
import { deadline } from '#deadlines/deadline'
import { parseTerm } from '#deadlines/parse_term'
import { paymentTerm } from '#deadlines/payment_term'
import type { Calendar, Term } from '#deadlines/types'

/** What a process may say of the time to pay. */
export interface PaymentInputs {
  /** How long; without it, the voluntary period of what has been notified (Law 58/2003, art. 62.2). */
  term?: Json
  /** The day from which the term counts: that of the accrual, for self-assessments. Else the day of the asking. */
  from?: Json
  /** How long there is at the least, counted from the asking: what is filed on the last day can still be paid. */
  atLeast?: Json
}

function termOf(text: Json | undefined): Term | null {
  if (text === undefined || text === null) return null
  const term = typeof text === 'string' ? parseTerm(text) : null
  if (!term?.ok) throw new Error(`no term: ${JSON.stringify(text)}`)
  return term.value
}

/** The last instant to pay what is asked for now. */
export function lastInstantToPay(at: Date, inputs: PaymentInputs, calendar: Calendar): string {
  const [term, least] = [termOf(inputs.term), termOf(inputs.atLeast)]
  const now = at.toISOString()
  const from = typeof inputs.from === 'string' ? inputs.from : now
  const end = term
    ? deadline(term, from, calendar).expiresAt
    : paymentTerm(now, 'voluntary', calendar).expiresAt
  const earliest = least ? deadline(least, now, calendar).expiresAt : end
  return Date.parse(earliest) > Date.parse(end) ? earliest : end
}
