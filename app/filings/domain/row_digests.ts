import { documentRows, type DocumentRow } from '#documents/rows'
import { filingRows, followUpRows, type FilingRow, type FollowUpRow } from '#filings/rows'
import { rowDigest } from '#tenancy/row_digest'
import type { RowShape } from '#tenancy/insert_rows'

const { answers: _, ...columns } = filingRows.columns

/** What the digest of a filing covers: its answers by their own digest, which its receipt gives. */
export const coveredFiling: RowShape = { table: filingRows.table, columns }

/** The digests that the audit trail keeps of the rows of a filing: so they are chained, and `verify` finds a change. */
export interface RowDigests {
  filing: string
  documents: Record<string, string>
  /** Of an anonymous filing: the row that its follow-up code leads to. */
  followUp?: string
}

export const rowDigests = (
  filing: FilingRow,
  documents: DocumentRow[],
  followUp: FollowUpRow | null = null
): RowDigests => ({
  filing: rowDigest(coveredFiling, filing),
  documents: Object.fromEntries(documents.map((row) => [row.id, rowDigest(documentRows, row)])),
  ...(followUp && { followUp: rowDigest(followUpRows, followUp) }),
})
