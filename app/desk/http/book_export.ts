import { csvLine } from '#desk/domain/csv'
import type { BookEntry } from '#registry/queries/entries'
import type { EntryContent } from '#registry/types'

/** The columns of an exported book; each has its name in `desk.registry.columns`. */
const COLUMNS: Record<string, (entry: BookEntry) => string | number | null> = {
  number: ({ entryNumber }) => entryNumber,
  recordedAt: ({ recordedAt }) => recordedAt.toISOString(),
  effectiveDate: ({ effectiveDate }) => effectiveDate,
  heading: ({ content }) => content.heading,
  identifier: ({ content }) => content.party?.identifier ?? null,
  party: ({ content }) => content.party?.name ?? null,
  representative: ({ content }) => content.representative?.identifier ?? null,
  sender: ({ content }) => named(content.sender),
  addressee: ({ content }) => named(content.addressee),
  documents: ({ content }) => content.documents.map(({ name, sha256 }) => `${name} ${sha256}`).join(' | '),
  previousHash: ({ previousHash }) => previousHash,
  hash: ({ hash }) => hash,
}

const named = (who: EntryContent['sender'] | null | undefined): string =>
  who ? [who.name, who.directoryCode].filter(Boolean).join(' · ') : ''

const BYTE_ORDER_MARK = '\ufeff'

/** The book for a spreadsheet. */
export async function* asCsv(batches: AsyncIterable<BookEntry[]>, title: (column: string) => string) {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS).map(title))
  for await (const batch of batches)
    yield batch.map((entry) => csvLine(Object.values(COLUMNS).map((of) => of(entry)))).join('')
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
