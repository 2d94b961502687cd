import { SYSTEM, type AuditRow } from '#audit/types'
import { sha256Hex } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { storeContent } from '#documents/actions/store_content'
import { writeDocuments } from '#documents/actions/write_documents'
import { documentRows, type DocumentRow } from '#documents/rows'
import { sheetSoFar } from '#signatures/queries/standing'
import type { Circuit } from '#signatures/types'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

interface Signed {
  town: Town
  /** With all its signatures. */
  circuit: Circuit
  sealed: Buffer
  at: Date
}

/** Puts what all have signed and the town has sealed into its case, with the code that its draft had. */
export async function issueSigned(
  trx: TownTransaction,
  { town, circuit, sealed, at }: Signed
): Promise<{ documentId: string; audit: AuditRow[] }> {
  const { request } = circuit
  const { id: requestId, caseId, template, language, facts } = request
  const id = uuidv7(at.getTime())
  const sha256 = sha256Hex(sealed)
  const row: DocumentRow = {
    id,
    case_id: caseId,
    filing_id: null,
    kind: request.kind,
    document_type: request.documentType,
    name: request.name,
    media_type: 'application/pdf',
    language,
    origin: 'administration',
    code: request.code,
    size: sealed.length,
    sha256,
    template,
    facts: { sheet: sheetSoFar(town, circuit), issuer: facts.issuer, request: requestId },
    created_at: at.toISOString(),
  }
  await writeDocuments(trx, [row])
  await storeContent(trx.municipalityId, id, { bytes: sealed, template: null, delta: null }, at)
  const detail = { case: caseId, template, request: requestId, sha256, row: rowDigest(documentRows, row) }
  const subject = { kind: 'documents', id }
  return { documentId: id, audit: [{ actor: SYSTEM, action: 'documents.issued', subject, detail }] }
}
