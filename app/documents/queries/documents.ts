import { readCode } from '#documents/domain/verification_code'
import type { DocumentSummary } from '#documents/types'
import { inTown } from '#tenancy/town_transaction'

/** A document as `DocumentSummary` has it; it is `d`. */
export const DOCUMENT = `
  SELECT d.id, d.case_id AS "caseId", d.filing_id AS "filingId", d.kind, d.document_type AS "documentType", d.name,
         d.media_type AS "mediaType", d.language, d.origin, d.code, coalesce(d.size, c.size)::int AS size,
         coalesce(d.sha256, c.sha256) AS sha256, d.template, d.created_at AS "createdAt", u.state AS "scanState",
         d.code IS NOT NULL AND (d.filing_id IS NOT NULL OR d.facts -> 'sheet' IS NOT NULL) AS "hasPage"
  FROM documents d
  LEFT JOIN document_contents c ON c.municipality_id = d.municipality_id AND c.document_id = d.id
  LEFT JOIN uploads u ON u.municipality_id = d.municipality_id AND u.document_id = d.id`

/** The documents of a case, in the order they came into it. */
export const documentsOfCase = (municipalityId: string, caseId: string): Promise<DocumentSummary[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<DocumentSummary>(
      `${DOCUMENT} WHERE d.municipality_id = $1 AND d.case_id = $2 ORDER BY d.created_at, d.id`,
      [municipalityId, caseId]
    )
  )

export const documentsOfFiling = (municipalityId: string, filingId: string): Promise<DocumentSummary[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<DocumentSummary>(
      `${DOCUMENT} WHERE d.municipality_id = $1 AND d.filing_id = $2 ORDER BY d.created_at, d.id`,
      [municipalityId, filingId]
    )
  )

export const documentById = (municipalityId: string, id: string): Promise<DocumentSummary | null> =>
  inTown(municipalityId, async (trx) => {
    const [document] = await trx.rows<DocumentSummary>(
      `${DOCUMENT} WHERE d.municipality_id = $1 AND d.id = $2`,
      [municipalityId, id]
    )
    return document ?? null
  })

/** The document that a printed code belongs to, as somebody typed the code; null where no code reads like that. */
export async function documentByCode(municipalityId: string, typed: string): Promise<DocumentSummary | null> {
  const code = readCode(typed)
  if (!code) return null
  const [row] = await inTown(municipalityId, (trx) =>
    trx.rows<{ id: string }>(
      `SELECT document_id AS id FROM verification_codes WHERE municipality_id = $1 AND code = $2`,
      [municipalityId, code],
      'document_by_code'
    )
  )
  return row ? documentById(municipalityId, row.id) : null
}
