import { appendAudit } from '#audit/actions/append_audit'
import type { Actor, AuditRow } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import { announceEnded } from '#signatures/events'
import type { Refusal, RequestState, SignatureRequest } from '#signatures/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** `acts` led to it and are written with it; `act` is what its own says beside the instant. */
interface Ending extends Moment {
  actor: Actor
  documentId?: string
  refusal?: Refusal
  acts?: AuditRow[]
  act?: Record<string, unknown>
}

/** Ends a request that is locked and open, and tells whoever waits for it. The audit rows come last. */
export async function endRequest(
  trx: TownTransaction,
  request: SignatureRequest,
  state: Exclude<RequestState, 'open'>,
  { at, moved, actor, documentId, refusal, acts = [], act }: Ending
): Promise<void> {
  const ended = { ...request, state, documentId: documentId ?? null, endedAt: at }
  await trx.rows(
    `UPDATE signature_requests SET state = $3, document_id = $4, ended_at = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, request.id, state, ended.documentId, at.toISOString()]
  )
  const followed =
    state === 'withdrawn'
      ? []
      : await announceEnded(trx, { request: ended, refusal: refusal ?? null, at, moved, actor })
  const subject = { kind: 'signature_requests', id: request.id }
  const detail = { endedAt: at.toISOString(), ...(documentId && { document: documentId }), ...act }
  await appendAudit(
    trx,
    [...acts, { actor, action: `signatures.${state}`, subject, detail }, ...followed],
    moved ? at : undefined
  )
}
