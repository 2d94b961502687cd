import { BYTE_ORDER_MARK, csvLine } from '#core/csv'
import { officialTime } from '#desk/http/book_export'

/** What any list of money needs to be told. */
export interface MoneyWords<Line> {
  title(column: string): string
  /** The number of a case, by its id. */
  caseNumbers(lines: Line[]): Promise<Map<string, string>>
  timeZone: string
}

/** The columns of a list, by their names, and what each says of a line. */
export type MoneyColumns<Line, Words> = Record<
  string,
  (line: Line, words: Words, numbers: Map<string, string>) => string | null
>

/** With the comma that spreadsheets in Spain read as the decimal one. */
const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')

export const time = (at: Date | null, timeZone: string) => at && officialTime(at, timeZone)

interface MoneyLine {
  reference: string
  concept: string
  caseId: string
  payer: { identifier: string; name: string }
  /** Cents. */
  amount: number
}

/** What each of them begins with: of which order and case, who pays, and how much. */
export const WHOSE: MoneyColumns<MoneyLine, unknown> = {
  reference: ({ reference }) => reference,
  concept: ({ concept }) => concept,
  case: ({ caseId }, _, numbers) => numbers.get(caseId) ?? null,
  identifier: ({ payer }) => payer.identifier,
  payer: ({ payer }) => payer.name,
  amount: ({ amount }) => euros(amount),
}

/** A list for a spreadsheet, batch by batch. */
export async function* moneyCsv<Line, Words extends MoneyWords<Line>>(
  columns: MoneyColumns<Line, Words>,
  batches: AsyncIterable<Line[]>,
  words: Words
) {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(columns).map(words.title))
  for await (const batch of batches) {
    const numbers = await words.caseNumbers(batch)
    yield batch.map((line) => csvLine(Object.values(columns).map((of) => of(line, words, numbers)))).join('')
  }
}
