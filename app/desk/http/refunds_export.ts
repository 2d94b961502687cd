import { BYTE_ORDER_MARK, csvLine } from '#core/csv'
import { euros, time } from '#desk/http/payments_export'
import type { RefundLine } from '#payments/queries/treasury_refunds'

interface Words {
  title(column: string): string
  state(line: RefundLine): string
  why(line: RefundLine): string
  /** The number of a case, by its id. */
  caseNumbers(lines: RefundLine[]): Promise<Map<string, string>>
  timeZone: string
}

type Cell = (line: RefundLine, words: Words, numbers: Map<string, string>) => string | null

/** The columns of the list of refunds; each has its name in `desk.refunds.columns`. */
const COLUMNS: Record<string, Cell> = {
  reference: ({ reference }) => reference,
  concept: ({ concept }) => concept,
  case: ({ caseId }, _, numbers) => numbers.get(caseId) ?? null,
  identifier: ({ payer }) => payer.identifier,
  payer: ({ payer }) => payer.name,
  amount: ({ amount }) => euros(amount),
  why: (line, words) => words.why(line),
  state: (line, words) => words.state(line),
  askedAt: ({ askedAt }, { timeZone }) => time(askedAt, timeZone),
  refundedAt: ({ refundedAt }, { timeZone }) => time(refundedAt, timeZone),
  operation: ({ externalId }) => externalId,
}

/** The list for a spreadsheet. */
export async function* refundsCsv(batches: AsyncIterable<RefundLine[]>, words: Words) {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS).map(words.title))
  for await (const batch of batches) {
    const numbers = await words.caseNumbers(batch)
    yield batch.map((line) => csvLine(Object.values(COLUMNS).map((of) => of(line, words, numbers)))).join('')
  }
}
