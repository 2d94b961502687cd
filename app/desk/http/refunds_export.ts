import { moneyCsv, time, WHOSE, type MoneyColumns, type MoneyWords } from '#desk/http/money_export'
import type { RefundLine } from '#payments/queries/treasury_refunds'

interface Words extends MoneyWords<RefundLine> {
  state(line: RefundLine): string
  why(line: RefundLine): string
}

/** The columns of the list of refunds; each has its name in `desk.refunds.columns`. */
const COLUMNS: MoneyColumns<RefundLine, Words> = {
  ...WHOSE,
  why: (line, words) => words.why(line),
  state: (line, words) => words.state(line),
  askedAt: ({ askedAt }, { timeZone }) => time(askedAt, timeZone),
  refundedAt: ({ refundedAt }, { timeZone }) => time(refundedAt, timeZone),
  operation: ({ externalId }) => externalId,
}

export const refundsCsv = (batches: AsyncIterable<RefundLine[]>, words: Words) =>
  moneyCsv(COLUMNS, batches, words)
