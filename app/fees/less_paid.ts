import { Decimal } from '#expressions/index'
import type { Assessment } from '#fees/types'

/** The id of the line that takes off what has been paid already; its words are `fees.steps.paid`. */
export const PAID = 'paid'

/**
 * What is left of a fee of which a part has been paid: its lines as they are, and one that takes off what was paid. What has
 * been paid whole, or more, leaves nothing to ask for, and is a fault of whoever asks.
 */
export function lessPaid(fee: Assessment, paid: string): Assessment {
  const [given, total] = [new Decimal(paid), new Decimal(fee.total)]
  if (given.isZero()) return fee
  if (given.isNegative() || given.greaterThan(total))
    throw new Error(`${paid} can't have been paid of ${fee.total}`)
  const amount = given.negated().toFixed(2)
  const line = { id: PAID, quantity: null, rate: null, percent: null, base: null, article: null }
  return {
    ...fee,
    lines: [...fee.lines, { ...line, kind: 'deduction', amount }],
    total: total.minus(given).toFixed(2),
  }
}
