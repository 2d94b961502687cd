import { auditChainSql } from '#audit/domain/audit_chain'
import type { AuditRow } from '#audit/types'
import { commitment, newSalt } from '#core/hash_chain'
import { uuidv7 } from '#core/ids'
import type { TownTransaction } from '#tenancy/town_transaction'

const STATEMENT = `
WITH RECURSIVE head AS MATERIALIZED (
  SELECT sequence, head, greatest(coalesce($2::timestamptz, clock_timestamp()), last_at) AS at
  FROM audit_heads WHERE municipality_id = $1 FOR UPDATE
), new AS MATERIALIZED (
  SELECT u.*, h.head AS first_previous, h.sequence + u.ordinal AS sequence, h.at
  FROM head h, jsonb_to_recordset($3::jsonb) AS u(ordinal int, id uuid, actor_kind text, actor_id text, action text,
    subject_kind text, subject_id text, detail jsonb, salt text, commitment text)
), ${auditChainSql({
  name: 'chain',
  rows: 'new',
  head: 'r.first_previous',
  columns: {
    municipality: '$1',
    sequence: 'r.sequence',
    at: 'r.at',
    action: 'r.action',
    actor: `r.actor_kind || '/' || r.actor_id`,
    subject: `r.subject_kind || '/' || r.subject_id`,
    commitment: 'r.commitment',
  },
})}, moved AS (
  UPDATE audit_heads k SET sequence = l.sequence, last_at = l.at, head = l.hash
  FROM (SELECT n.sequence, n.at, c.hash FROM new n JOIN chain c ON c.ordinal = n.ordinal ORDER BY n.ordinal DESC LIMIT 1) l
  WHERE k.municipality_id = $1
)
INSERT INTO audit_entries (municipality_id, id, sequence, at, actor_kind, actor_id, action, subject_kind, subject_id,
  detail, salt, commitment, previous_hash, hash)
SELECT $1, n.id, n.sequence, n.at, n.actor_kind, n.actor_id, n.action, n.subject_kind, n.subject_id,
       n.detail, n.salt, n.commitment, c.previous_hash, c.hash
FROM new n JOIN chain c ON c.ordinal = n.ordinal
RETURNING sequence`

/**
 * Adds rows to the town's audit trail, chained. It takes the lock that all of a town's writes share, so
 * it is the last statement of its transaction. `at` moves the clock, for tests and simulations.
 */
export async function appendAudit(trx: TownTransaction, rows: AuditRow[], at?: Date): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row, index) => {
    const detail = row.detail ?? {}
    const salt = newSalt()
    return {
      ordinal: index + 1,
      id: uuidv7(),
      actor_kind: row.actor.kind,
      actor_id: row.actor.id,
      action: row.action,
      subject_kind: row.subject.kind,
      subject_id: row.subject.id,
      detail,
      salt,
      commitment: commitment(detail, salt),
    }
  })
  const written = await trx.rows(
    STATEMENT,
    [trx.municipalityId, at?.toISOString() ?? null, JSON.stringify(values)],
    'append_audit'
  )
  if (written.length !== rows.length)
    throw new Error('the municipality has no audit trail: it was not founded')
}
