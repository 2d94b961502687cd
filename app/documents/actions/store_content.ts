import { sha256Hex } from '#core/digest'
import type { SealedPdf } from '#documents/stamp/press'
import { inTown } from '#tenancy/town_transaction'

/**
 * Stores the bytes of a document, once: who comes second keeps what is there. Of a stamped document only
 * its own part is stored, beside the template that it shares with others. Joins a transaction under way.
 */
export async function storeContent(
  municipalityId: string,
  documentId: string,
  pdf: SealedPdf,
  at: Date
): Promise<void> {
  await inTown(municipalityId, async (trx) => {
    if (pdf.template)
      await trx.rows(
        `INSERT INTO stamp_templates (municipality_id, digest, content) SELECT $1, $2, $3
         WHERE NOT EXISTS (SELECT FROM stamp_templates WHERE municipality_id = $1 AND digest = $2) ON CONFLICT DO NOTHING`,
        [municipalityId, pdf.template.digest, pdf.template.bytes]
      )
    await trx.rows(
      `INSERT INTO document_contents (municipality_id, document_id, sha256, size, template_digest, content, stored_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality_id, document_id) DO NOTHING`,
      [
        municipalityId,
        documentId,
        sha256Hex(pdf.bytes),
        pdf.bytes.length,
        pdf.template?.digest ?? null,
        pdf.delta ?? pdf.bytes,
        at.toISOString(),
      ],
      'store_content'
    )
  })
}
