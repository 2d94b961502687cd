import type { DocumentSummary } from '#documents/types'
import { DOCUMENT } from '#documents/queries/documents'
import { DELIVERED } from '#cases/queries/delivered'
import { inTown } from '#tenancy/town_transaction'

const notified = (states: string) => `EXISTS (
  SELECT FROM notifications n WHERE n.municipality_id = $1 AND n.document_id = d.id AND n.case_id = d.case_id AND n.state ${states})`

/**
 * What the interested party may fetch of a case: what they filed and got for it, the proof of what they paid and got back, what has
 * been notified (Law 39/2015, art. 43), and what was delivered without that, as the report that a proposal rests on while
 * they are heard. Drafts and other reports of the office are not among them, nor what is being notified and not opened yet.
 */
const VISIBLE = `NOT ${notified(`= 'available'`)}
  AND (d.filing_id IS NOT NULL OR d.kind IN ('payment_proof', 'refund_proof') OR ${notified(`NOT IN ('available', 'taken_back')`)} OR ${DELIVERED})`

const OWN = `d.case_id IN (SELECT c.id FROM case_files c WHERE c.municipality_id = $1 AND c.person_id = $2)`

export const visibleDocuments = (municipalityId: string, caseId: string): Promise<DocumentSummary[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<DocumentSummary>(
      `${DOCUMENT} WHERE d.municipality_id = $1 AND d.case_id = $2 AND ${VISIBLE} ORDER BY d.created_at, d.id`,
      [municipalityId, caseId],
      'visible_documents'
    )
  )

/** One document of a person's own cases; null where there is none that they may fetch. */
export const ownDocument = (
  municipalityId: string,
  personId: string,
  id: string
): Promise<DocumentSummary | null> =>
  inTown(municipalityId, async (trx) => {
    const [document] = await trx.rows<DocumentSummary>(
      `${DOCUMENT} WHERE d.municipality_id = $1 AND d.id = $3 AND ${OWN} AND ${VISIBLE}`,
      [municipalityId, personId, id]
    )
    return document ?? null
  })

/** A person's documents, the newest first; `before` is the id of the last one already seen. */
export const documentsOfPerson = (
  municipalityId: string,
  personId: string,
  { before = null as string | null, limit = 20 } = {}
): Promise<DocumentSummary[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<DocumentSummary>(
      `${DOCUMENT} WHERE d.municipality_id = $1 AND ${OWN} AND ($3::uuid IS NULL OR d.id < $3) AND ${VISIBLE}
       ORDER BY d.id DESC LIMIT $4`,
      [municipalityId, personId, before, limit]
    )
  )
