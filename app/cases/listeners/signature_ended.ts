import type { AuditRow } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { recordEvent } from '#cases/actions/record_event'
import { recordResolution } from '#cases/actions/record_resolution'
import { lockedCase } from '#cases/queries/locked_case'
import { townProcedure } from '#catalogue/queries/town_procedure'
import type { SignatureEnded } from '#signatures/events'
import { townById } from '#tenancy/queries/towns'
import type { TownTransaction } from '#tenancy/town_transaction'

/** A document was signed by all, or refused: the case that waits for it goes on. The correlation is the request's id. */
export async function signatureEnded(trx: TownTransaction, event: SignatureEnded): Promise<AuditRow[]> {
  const { request, refusal, at, actor } = event
  const { id, caseId, state, documentId, template } = request
  const data = { request: id, template, ...(documentId && { document: documentId }) }
  await recordEvent(
    trx,
    { caseFile: { id: caseId }, at, actor },
    { kind: state === 'signed' ? 'document_signed' : 'signature_refused', public: false, data }
  )
  const resolved = await resolvedBy(trx, event)
  const payload = {
    requestId: id,
    state,
    documentId,
    number: resolved?.number ?? null,
    reason: refusal?.reason ?? null,
    refusedBy: refusal && `${refusal.name}, ${refusal.position}`,
  }
  const message = { type: 'message' as const, name: 'signature_ended', correlation: id, payload }
  await advanceCase(trx, caseId, message, { at, actor })
  return resolved ? [resolved.audit] : []
}

/** A resolution is adopted by its last signature. */
async function resolvedBy(trx: TownTransaction, { request, at, moved, actor }: SignatureEnded) {
  if (request.kind !== 'resolution' || request.documentId === null) return null
  const [caseFile, town] = await Promise.all([lockedCase(trx, request.caseId), townById(trx.municipalityId)])
  if (!caseFile || !town) return null
  const procedure = await townProcedure(town.id, caseFile.digest)
  return recordResolution(trx, { town, caseFile, procedure, document: request.documentId, at, moved, actor })
}
