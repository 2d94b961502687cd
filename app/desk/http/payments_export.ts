import { BYTE_ORDER_MARK, csvLine } from '#core/csv'
import { officialTime } from '#desk/http/book_export'
import type { TreasuryLine } from '#payments/queries/treasury'

interface Words {
  title(column: string): string
  state(state: string): string
  /** The number of a case, by its id. */
  caseNumbers(lines: TreasuryLine[]): Promise<Map<string, string>>
  timeZone: string
}

type Cell = (line: TreasuryLine, words: Words, numbers: Map<string, string>) => string | null

/** With the comma that spreadsheets in Spain read as the decimal one. */
export const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')

export const time = (at: Date | null, timeZone: string) => at && officialTime(at, timeZone)

/** The columns of the treasurer's list; each has its name in `desk.payments.columns`. */
const COLUMNS: Record<string, Cell> = {
  reference: ({ reference }) => reference,
  concept: ({ concept }) => concept,
  case: ({ caseId }, _, numbers) => numbers.get(caseId) ?? null,
  identifier: ({ payer }) => payer.identifier,
  payer: ({ payer }) => payer.name,
  amount: ({ amount }) => euros(amount),
  state: ({ state }, words) => words.state(state),
  at: ({ at }, { timeZone }) => time(at, timeZone),
  orderedAt: ({ orderedAt }, { timeZone }) => time(orderedAt, timeZone),
  expiresAt: ({ expiresAt }, { timeZone }) => time(expiresAt, timeZone),
  gateway: ({ gateway }) => gateway,
  operation: ({ externalId }) => externalId,
  settledAt: ({ settledAt }, { timeZone }) => time(settledAt, timeZone),
}

/** The list for a spreadsheet. */
export async function* paymentsCsv(batches: AsyncIterable<TreasuryLine[]>, words: Words) {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS).map(words.title))
  for await (const batch of batches) {
    const numbers = await words.caseNumbers(batch)
    yield batch.map((line) => csvLine(Object.values(COLUMNS).map((of) => of(line, words, numbers)))).join('')
  }
}
