import { appendAudit } from '#audit/actions/append_audit'
import { documentByCode } from '#documents/queries/documents'
import type { DocumentSummary } from '#documents/types'
import { inTown } from '#tenancy/town_transaction'

/**
 * Finds a document for whoever holds its code (Law 39/2015, art. 27.3.c), and leaves a row of it. A code that
 * nothing answers to leaves none. Without an address the row says only that it was verified.
 */
export class VerifyDocument {
  execute(
    municipalityId: string,
    { code, address }: { code: string; address: string | null }
  ): Promise<DocumentSummary | null> {
    return inTown(municipalityId, async (trx) => {
      const document = await documentByCode(municipalityId, code)
      if (!document) return null
      const actor = { kind: 'system' as const, id: 'public' }
      const subject = { kind: 'document', id: document.id }
      await appendAudit(trx, [
        { actor, action: 'documents.verified', subject, detail: address === null ? {} : { address } },
      ])
      return document
    })
  }
}
