import { appendAudit } from '#audit/actions/append_audit'
import type { Actor } from '#audit/types'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import type { Notification } from '#notifications/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * Writes down an act that leaves a notification, which is locked, as it stands: its evidence has the proof, and so has the
 * audit trail, which comes last.
 */
export async function addProof(
  trx: TownTransaction,
  { id }: Pick<Notification, 'id'>,
  act: 'returned' | 'put_aside',
  { proof, actor, at, moved }: Moment & { actor: Actor; proof: Record<string, Json> }
): Promise<void> {
  await trx.rows(
    `UPDATE notifications SET evidence = evidence || jsonb_build_object($3::text, $4::jsonb) WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, id, act, JSON.stringify(proof)]
  )
  const subject = { kind: 'notifications', id }
  await appendAudit(
    trx,
    [{ actor, action: `notifications.${act}`, subject, detail: proof }],
    moved ? at : undefined
  )
}
