import type { DocumentSummary } from '#documents/types'
import { documentById, documentsOfCase } from '#documents/queries/documents'
import { inTown } from '#tenancy/town_transaction'

/** The documents of a case that are being notified and not opened yet. */
async function sealedIn(municipalityId: string, caseId: string): Promise<Set<string>> {
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<{ id: string }>(
      `SELECT document_id AS id FROM notifications WHERE municipality_id = $1 AND case_id = $2 AND state = 'available'`,
      [municipalityId, caseId]
    )
  )
  return new Set(rows.map(({ id }) => id))
}

const notified = async (municipalityId: string, caseId: string): Promise<Set<string>> => {
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<{ id: string }>(
      `SELECT document_id AS id FROM notifications WHERE municipality_id = $1 AND case_id = $2 AND state NOT IN ('available', 'taken_back')`,
      [municipalityId, caseId]
    )
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * What the interested party may fetch of a case: what they filed and got for it, the proof of what they paid, and what has been notified
 * (Law 39/2015, art. 43). Drafts and reports of the office are not among them.
 */
export async function visibleDocuments(municipalityId: string, caseId: string): Promise<DocumentSummary[]> {
  const [documents, open, sealed] = await Promise.all([
    documentsOfCase(municipalityId, caseId),
    notified(municipalityId, caseId),
    sealedIn(municipalityId, caseId),
  ])
  return documents.filter(
    ({ id, filingId, kind }) =>
      !sealed.has(id) && (filingId !== null || kind === 'payment_proof' || open.has(id))
  )
}

/** One document of a person's own cases; null where there is none that they may fetch. */
export async function ownDocument(
  municipalityId: string,
  personId: string,
  id: string
): Promise<DocumentSummary | null> {
  const document = await documentById(municipalityId, id)
  if (!document?.caseId) return null
  const [own] = await inTown(municipalityId, (trx) =>
    trx.rows(`SELECT 1 FROM case_files WHERE municipality_id = $1 AND id = $2 AND person_id = $3`, [
      municipalityId,
      document.caseId,
      personId,
    ])
  )
  if (!own) return null
  return (
    (await visibleDocuments(municipalityId, document.caseId)).find((visible) => visible.id === id) ?? null
  )
}

/** A person's documents, the newest first; `before` is the last one already seen. */
export async function documentsOfPerson(
  municipalityId: string,
  personId: string,
  limit = 100
): Promise<DocumentSummary[]> {
  const cases = await inTown(municipalityId, (trx) =>
    trx.rows<{ id: string }>(
      `SELECT id FROM case_files WHERE municipality_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 50`,
      [municipalityId, personId]
    )
  )
  const documents: DocumentSummary[] = []
  for (const { id } of cases) documents.push(...(await visibleDocuments(municipalityId, id)))
  return documents.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(0, limit)
}
