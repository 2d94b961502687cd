import { Temporal } from 'temporal-polyfill'
import { BYTE_ORDER_MARK, csvLine } from '#core/csv'
import type { BookEntry } from '#registry/queries/entries'
import type { EntryContent } from '#registry/types'

/** The columns of an exported book; each has its name in `desk.registry.columns`. */
const COLUMNS: Record<string, (entry: BookEntry, timeZone: string) => string | number | null> = {
  number: ({ entryNumber }) => entryNumber,
  recordedAt: ({ recordedAt }, timeZone) => officialTime(recordedAt, timeZone),
  effectiveDate: ({ effectiveDate }) => effectiveDate,
  heading: ({ content }) => content.heading,
  case: ({ caseNumber }) => caseNumber,
  identifier: ({ content }) => content.party?.identifier ?? null,
  party: ({ content }) => content.party?.name ?? null,
  representative: ({ content }) => content.representative?.identifier ?? null,
  sender: ({ content }) => named(content.sender),
  addressee: ({ content }) => named(content.addressee),
  documents: ({ content }) => content.documents.map(({ name, sha256 }) => `${name} ${sha256}`).join(' | '),
  previousHash: ({ previousHash }) => previousHash,
  hash: ({ hash }) => hash,
}

/** The official time of the office (RD 203/2021, art. 37), with its distance to UTC: of 2:30 in October there are two. */
export const officialTime = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'millisecond' })

const named = (who: EntryContent['sender'] | null | undefined): string =>
  who ? [who.name, who.directoryCode].filter(Boolean).join(' · ') : ''

/** The book for a spreadsheet. */
export async function* asCsv(
  batches: AsyncIterable<BookEntry[]>,
  { title, timeZone }: { title: (column: string) => string; timeZone: string }
) {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS).map(title))
  for await (const batch of batches)
    yield batch.map((entry) => csvLine(Object.values(COLUMNS).map((of) => of(entry, timeZone)))).join('')
}

/** The book for programs: everything that each entry says. */
export async function* asJson(batches: AsyncIterable<BookEntry[]>) {
  let before = '['
  for await (const batch of batches)
    for (const { id: _id, ...entry } of batch) {
      yield `${before}\n${JSON.stringify(entry)}`
      before = ','
    }
  yield before === '[' ? '[]\n' : '\n]\n'
}
