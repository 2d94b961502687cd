import type { Issuer } from '#documents/types'
import type { TownTransaction } from '#tenancy/town_transaction'

export interface DocumentFacts {
  id: string
  kind: string
  /** Of the procedure, where it was written from one. */
  template: string | null
  name: string
  mediaType: string
  size: number
  sha256: string
  /** Whose it says it is; null for what was not issued from a template. */
  issuer: Pick<Issuer, 'name' | 'directoryCode'> | null
}

/** What register and notifications say of a document of a case; throws where the case has no such document. */
export async function documentFacts(
  trx: TownTransaction,
  caseId: string,
  id: unknown
): Promise<DocumentFacts> {
  const [document] = await trx.rows<DocumentFacts>(
    `SELECT d.id, d.kind, d.template, d.name, d.media_type AS "mediaType", coalesce(d.size, c.size)::int AS size, coalesce(d.sha256, c.sha256) AS sha256,
            d.facts -> 'issuer' AS issuer
     FROM documents d LEFT JOIN document_contents c ON c.municipality_id = d.municipality_id AND c.document_id = d.id
     WHERE d.municipality_id = $1 AND d.case_id = $2 AND d.id::text = $3`,
    [trx.municipalityId, caseId, String(id)]
  )
  if (!document) throw new Error(`the case has no document ${String(id)}`)
  return document
}
