import type { AuditRow } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { type Issued, issueInCase } from '#documents/actions/issue_in_case'
import { sheetSoFar } from '#signatures/queries/standing'
import type { Circuit } from '#signatures/types'
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
  const issued: Issued = {
    id,
    case_id: caseId,
    kind: request.kind,
    document_type: request.documentType,
    name: request.name,
    language,
    code: request.code,
    template,
    facts: { sheet: sheetSoFar(town, circuit), issuer: facts.issuer, request: requestId },
    pdf: { bytes: sealed, template: null, delta: null },
    at,
  }
  return { documentId: id, audit: [await issueInCase(trx, issued, { template, request: requestId })] }
}
