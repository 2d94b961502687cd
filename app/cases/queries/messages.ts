import { CASE_NUMBER } from '#cases/queries/case_number'
import type { Json } from '#core/json'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export interface WaitingMessage {
  id: string
  name: string
  correlation: string
  payload: Json
  senderKind: string
  senderId: string
  sentAt: Date
  expiresAt: Date
}

const WAITING = `
  SELECT id, name, correlation, payload, sender_kind AS "senderKind", sender_id AS "senderId", sent_at AS "sentAt",
         expires_at AS "expiresAt" FROM messages WHERE municipality_id = $1 AND state = 'waiting'`

/** A message that nobody has got yet, and whose time is not over. */
export const waitingMessage = (municipalityId: string, id: string): Promise<WaitingMessage | null> =>
  inTown(municipalityId, async (trx) => {
    const [message] = await trx.rows<WaitingMessage>(
      `${WAITING} AND id = $2`,
      [municipalityId, id],
      'waiting_message'
    )
    return message ?? null
  })

/** The same, held until the transaction ends: whoever holds it gives it to one case. The case is locked before. */
export async function lockedMessage(trx: TownTransaction, id: string): Promise<WaitingMessage | null> {
  const [message] = await trx.rows<WaitingMessage>(
    `${WAITING} AND id = $2 FOR UPDATE`,
    [trx.municipalityId, id],
    'locked_message'
  )
  return message ?? null
}

/** The oldest message that was kept for what a case has begun to wait for. */
export const keptFor = (municipalityId: string, caseId: string, key: string): Promise<string | null> =>
  inTown(municipalityId, async (trx) => {
    const [kept] = await trx.rows<{ id: string }>(
      `SELECT m.id FROM subscriptions s JOIN messages m ON m.municipality_id = $1 AND m.state = 'waiting' AND m.name = s.message
         AND (s.correlation = '' OR s.correlation = m.correlation) AND (s.since IS NULL OR m.expires_at > s.since)
       WHERE s.municipality_id = $1 AND s.case_id = $2 AND s.key = $3 AND s.kind = 'message'
       ORDER BY m.sent_at, m.id LIMIT 1`,
      [municipalityId, caseId, key],
      'kept_for'
    )
    return kept?.id ?? null
  })

/** Who has waited longest for a message, and since when; null while nobody does. */
export async function receiverOf(
  trx: TownTransaction,
  { name, correlation, expiresAt }: WaitingMessage
): Promise<{ caseId: string; key: string; since: Date | null } | null> {
  const [receiver] = await trx.rows<{ caseId: string; key: string; since: Date | null }>(
    `SELECT case_id AS "caseId", key, since FROM subscriptions
     WHERE municipality_id = $1 AND kind = 'message' AND message = $2 AND (correlation = '' OR correlation = $3)
       AND (since IS NULL OR since < $4)
     ORDER BY since NULLS FIRST, id LIMIT 1`,
    [trx.municipalityId, name, correlation, expiresAt.toISOString()],
    'receiver_of'
  )
  return receiver ?? null
}

/** What a case has told others, and whether anybody came for it. */
export interface SentMessage {
  id: string
  name: string
  correlation: string
  state: 'waiting' | 'delivered' | 'expired'
  sentAt: Date
  expiresAt: Date
  caseId: string | null
  number: string | null
}

export const sentMessages = (municipalityId: string, caseId: string): Promise<SentMessage[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<SentMessage>(
      `SELECT m.id, m.name, m.correlation, m.state, m.sent_at AS "sentAt", m.expires_at AS "expiresAt", c.id AS "caseId",
              ${CASE_NUMBER} AS number
       FROM messages m LEFT JOIN case_files c ON c.municipality_id = $1 AND c.id = m.case_id
       WHERE m.municipality_id = $1 AND m.sender_kind = 'case' AND m.sender_id = $2 ORDER BY m.sent_at DESC, m.id DESC LIMIT 50`,
      [municipalityId, caseId],
      'sent_messages'
    )
  )
