import { NIL } from '#core/ids'
import { EMPTY_AUDIT, verifyAudit, type AuditFault, type AuditHead } from '#audit/domain/audit_chain'
import { isCommitted, utcMicrosecondsSql } from '#core/hash_chain'
import type { Check, Rule } from '#core/invariants'
import { inTown } from '#tenancy/town_transaction'

const PAGE = 2000

const RULES: Record<AuditFault, Rule> = { sequence: 'I3', time: 'I4', previous_hash: 'I5', hash: 'I5' }

interface AuditEntry extends AuditHead {
  id: string
  actor: string
  action: string
  subject: string
  detail: unknown
  salt: string
  commitment: string
  previousHash: string
}

const HEAD = `SELECT sequence::int, ${utcMicrosecondsSql('last_at')} AS at, head AS hash FROM audit_heads WHERE municipality_id = $1`

const ENTRIES = `
SELECT id, sequence::int, ${utcMicrosecondsSql('at')} AS at, actor_kind || '/' || actor_id AS actor, action,
       subject_kind || '/' || subject_id AS subject, detail, salt, commitment, previous_hash AS "previousHash", hash
FROM audit_entries WHERE municipality_id = $1 AND (sequence, id) > ($2, $3) AND sequence <= $4
ORDER BY sequence, id LIMIT ${PAGE}`

/** The audit trail of a town: one sequence, one chain, its head row at the end of it. */
export const checkAuditTrail: Check = async (municipalityId, report) => {
  const ask = <Row extends object>(sql: string, values: unknown[]) =>
    inTown(municipalityId, (trx) => trx.rows<Row>(sql, [municipalityId, ...values]))
  const [kept] = await ask<AuditHead>(HEAD, [])
  if (!kept) return report.breaks('I5', 'no_counter', 'audit')
  let head: AuditHead = EMPTY_AUDIT
  let [last, entries] = [NIL, 0]
  for (;;) {
    const page = await ask<AuditEntry>(ENTRIES, [head.sequence, last, kept.sequence])
    const checked = verifyAudit(
      page.map((row) => ({ ...row, municipality: municipalityId })),
      head
    )
    for (const { sequence, fault } of checked.faults)
      report.breaks(RULES[fault], `audit_${fault}`, `audit ${sequence}`)
    for (const { sequence, detail, salt, commitment } of page)
      if (!isCommitted({ content: detail, salt, commitment }))
        report.breaks('I5', 'commitment', `audit ${sequence}`)
    entries += page.length
    head = checked.head
    last = page.at(-1)?.id ?? last
    if (page.length < PAGE) break
  }
  for (const rule of ['I3', 'I4', 'I5'] as const) report.saw(rule, entries)
  if (head.sequence !== kept.sequence) report.breaks('I3', 'counter_number', `audit ${kept.sequence}`)
  if (entries > 0 && head.at !== kept.at) report.breaks('I4', 'counter_time', `audit ${kept.sequence}`)
  if (entries > 0 && head.hash !== kept.hash) report.breaks('I5', 'counter_head', `audit ${kept.sequence}`)
}
