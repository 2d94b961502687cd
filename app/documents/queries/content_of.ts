import type { Readable } from 'node:stream'
import { files } from '#documents/queries/files'
import type { DocumentSummary } from '#documents/types'
import { inTown } from '#tenancy/town_transaction'

export interface Content {
  size: number
  sha256: string
  body: Buffer | Readable
}

/** Makes the bytes of a document that has none yet, and stores them. Offered by the room that knows its facts. */
type Maker = (municipalityId: string, document: DocumentSummary) => Promise<void>

let maker: Maker | null = null

export const offerMaker = (given: Maker) => void (maker = given)

/** The stored bytes of an issued document, whole. */
export async function storedContent(
  municipalityId: string,
  documentId: string
): Promise<(Content & { body: Buffer }) | null> {
  const [row] = await inTown(municipalityId, (trx) =>
    trx.rows<{ sha256: string; size: number; template: Buffer | null; content: Buffer }>(
      `SELECT c.sha256, c.size::int, c.content, t.content AS template
       FROM document_contents c
       LEFT JOIN stamp_templates t ON t.municipality_id = c.municipality_id AND t.digest = c.template_digest
       WHERE c.municipality_id = $1 AND c.document_id = $2`,
      [municipalityId, documentId]
    )
  )
  if (!row) return null
  return {
    sha256: row.sha256,
    size: row.size,
    body: row.template ? Buffer.concat([row.template, row.content]) : row.content,
  }
}

/**
 * The bytes of a document: a file that was handed in, or what the office issued. What was promised and is
 * not made yet is made now, and stays as it was made.
 */
export async function contentOf(municipalityId: string, document: DocumentSummary): Promise<Content> {
  if (document.origin === 'citizen' && document.sha256)
    return {
      size: document.size ?? 0,
      sha256: document.sha256,
      body: files().read(municipalityId, document.sha256),
    }
  const stored = await storedContent(municipalityId, document.id)
  if (stored) return stored
  if (!maker) throw new Error('nobody here makes documents')
  await maker(municipalityId, document)
  const made = await storedContent(municipalityId, document.id)
  if (!made) throw new Error(`document ${document.id} was not made`)
  return made
}
