import { SYSTEM, type AuditRow } from '#audit/types'
import { sha256Hex } from '#core/digest'
import type { Json } from '#core/json'
import { storeContent } from '#documents/actions/store_content'
import { writeDocuments } from '#documents/actions/write_documents'
import { documentRows, type DocumentRow } from '#documents/rows'
import type { SealedPdf } from '#documents/stamp/press'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'

type Said = 'id' | 'case_id' | 'kind' | 'document_type' | 'name' | 'language' | 'code' | 'template' | 'facts'

/** What its row says; the bytes say the rest. */
export type Issued = Pick<DocumentRow, Said> & { pdf: SealedPdf; at: Date }

/**
 * Puts a sealed document of the town into its case. The audit row is for the end of the transaction: it has the digest of
 * all that the document's row says, its page included, and what else is `told` of it.
 */
export async function issueInCase(
  trx: TownTransaction,
  { pdf, at, ...said }: Issued,
  told: Record<string, Json>
): Promise<AuditRow> {
  const row: DocumentRow = {
    ...said,
    filing_id: null,
    media_type: 'application/pdf',
    origin: 'administration',
    size: pdf.bytes.length,
    sha256: sha256Hex(pdf.bytes),
    created_at: at.toISOString(),
  }
  await writeDocuments(trx, [row])
  await storeContent(trx.municipalityId, row.id, pdf, at)
  return {
    actor: SYSTEM,
    action: 'documents.issued',
    subject: { kind: 'documents', id: row.id },
    detail: { case: row.case_id, ...told, sha256: row.sha256, row: rowDigest(documentRows, row) },
  }
}
