import { moneyCsv, time, WHOSE, type MoneyColumns, type MoneyWords } from '#desk/http/money_export'
import type { TreasuryLine } from '#payments/queries/treasury'

interface Words extends MoneyWords<TreasuryLine> {
  state(state: string): string
}

/** The columns of the treasurer's list; each has its name in `desk.payments.columns`. */
const COLUMNS: MoneyColumns<TreasuryLine, Words> = {
  ...WHOSE,
  state: ({ state }, words) => words.state(state),
  at: ({ at }, { timeZone }) => time(at, timeZone),
  orderedAt: ({ orderedAt }, { timeZone }) => time(orderedAt, timeZone),
  expiresAt: ({ expiresAt }, { timeZone }) => time(expiresAt, timeZone),
  gateway: ({ gateway }) => gateway,
  operation: ({ externalId }) => externalId,
  settledAt: ({ settledAt }, { timeZone }) => time(settledAt, timeZone),
}

export const paymentsCsv = (batches: AsyncIterable<TreasuryLine[]>, words: Words) =>
  moneyCsv(COLUMNS, batches, words)
