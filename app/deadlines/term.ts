import type { Term } from '#deadlines/types'

/** Years are counted as twelve months each. */
export const inMonths = (term: Term): Term =>
  term.unit === 'years' ? { amount: term.amount * 12, unit: 'months' } : term

/** A term and what prolongs it: one longer term when they share their unit, else one after the other. */
export function joined(term: Term, extension: Term | null): Term[] {
  if (!extension) return [term]
  const [first, second] = [inMonths(term), inMonths(extension)]
  return first.unit === second.unit
    ? [{ unit: first.unit, amount: first.amount + second.amount }]
    : [first, second]
}

/**
 * Law 39/2015, art. 33: urgency halves a term (never that of an application or an appeal, which is the
 * caller's to know). What does not divide favours the person: of 15 days, 8; of one month, 15 natural days.
 */
export function halved(term: Term): Term {
  const { amount, unit } = inMonths(term)
  if (unit === 'months' && amount % 2) return { amount: amount * 15, unit: 'natural_days' }
  return { amount: Math.ceil(amount / 2), unit }
}
