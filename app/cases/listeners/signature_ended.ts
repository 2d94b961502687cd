import { advanceCase } from '#cases/actions/advance_case'
import { recordEvent } from '#cases/actions/record_event'
import type { SignatureEnded } from '#signatures/events'
import type { TownTransaction } from '#tenancy/town_transaction'

/** A document was signed by all, or refused: the case that waits for it goes on. The correlation is the request's id. */
export async function signatureEnded(trx: TownTransaction, event: SignatureEnded): Promise<void> {
  const { request, refusal, at, actor } = event
  const { id, caseId, state, documentId, template } = request
  const data = { request: id, template, ...(documentId && { document: documentId }) }
  await recordEvent(
    trx,
    { caseFile: { id: caseId }, at, actor },
    { kind: state === 'signed' ? 'document_signed' : 'signature_refused', public: false, data }
  )
  const payload = {
    requestId: id,
    state,
    documentId,
    reason: refusal?.reason ?? null,
    refusedBy: refusal && `${refusal.name}, ${refusal.position}`,
  }
  const message = { type: 'message' as const, name: 'signature_ended', correlation: id, payload }
  await advanceCase(trx, caseId, message, { at, actor })
}
