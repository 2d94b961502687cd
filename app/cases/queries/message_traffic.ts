import { CASE_NUMBER } from '#cases/queries/case_number'
import { MESSAGES } from '#catalogue/domain/vocabulary'
import { rowsOfTown } from '#tenancy/town_transaction'

/** A message that nobody has come for yet. */
export interface KeptMessage {
  id: string
  name: string
  correlation: string
  sentAt: Date
  expiresAt: Date
  /** The case that sent it; null where it came from outside. */
  caseId: string | null
  number: string | null
}

/** The messages of a town that wait in the buffer, the oldest first. */
export const keptMessages = (municipalityId: string, limit: number): Promise<KeptMessage[]> =>
  rowsOfTown<KeptMessage>(
    municipalityId,
    `SELECT m.id, m.name, m.correlation, m.sent_at AS "sentAt", m.expires_at AS "expiresAt", c.id AS "caseId", ${CASE_NUMBER} AS number
     FROM messages m LEFT JOIN case_files c ON c.municipality_id = $1 AND m.sender_kind = 'case' AND c.id::text = m.sender_id
     WHERE m.municipality_id = $1 AND m.state = 'waiting' ORDER BY m.sent_at, m.id LIMIT $2`,
    [municipalityId, limit],
    'kept_messages'
  )

/** A case that waits for a message from another case, or from outside. */
export interface AwaitedMessage {
  name: string
  /** Of what it has to be; empty where the name is enough. */
  correlation: string
  element: string
  since: Date | null
  caseId: string
  number: string | null
  digest: string
}

// Nearly every case waits for what offices tell: the few other names are looked up one after the other, not row by row.
const AWAITED = `
WITH RECURSIVE names AS (
  (SELECT message FROM subscriptions WHERE municipality_id = $1 ORDER BY message LIMIT 1)
  UNION ALL
  SELECT (SELECT s.message FROM subscriptions s WHERE s.municipality_id = $1 AND s.message > n.message ORDER BY s.message LIMIT 1)
  FROM names n WHERE n.message IS NOT NULL)
SELECT s.message AS name, s.correlation, regexp_replace(s.key, ':[0-9]+$', '') AS element, s.since, c.id AS "caseId", c.digest, ${CASE_NUMBER} AS number
FROM names n
JOIN subscriptions s ON s.municipality_id = $1 AND s.message = n.message AND s.kind = 'message'
JOIN case_files c ON c.municipality_id = $1 AND c.id = s.case_id
WHERE n.message <> ALL($2::text[]) ORDER BY s.message, s.id LIMIT $3`

/** What the cases of a town wait to be told, but for what offices tell, by name. */
export const awaitedMessages = (municipalityId: string, limit: number): Promise<AwaitedMessage[]> =>
  rowsOfTown<AwaitedMessage>(
    municipalityId,
    AWAITED,
    [municipalityId, [...MESSAGES], limit],
    'awaited_messages'
  )
