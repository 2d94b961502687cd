import { documentRows, verificationCodeRows, type DocumentRow } from '#documents/rows'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Writes documents and their verification codes, many at once. Bytes made later are stored later. */
export async function writeDocuments(trx: TownTransaction, rows: DocumentRow[]): Promise<void> {
  const codes = rows.filter((row) => row.code).map((row) => ({ code: row.code, document_id: row.id }))
  await Promise.all([
    insertRows(trx, documentRows, rows),
    insertRows(
      trx,
      verificationCodeRows,
      codes.sort((a, b) => (a.code! < b.code! ? -1 : 1))
    ),
  ])
}
