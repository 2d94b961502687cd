import { type Actor, type AuditRow, SYSTEM } from '#audit/types'
import { appendAudit } from '#audit/actions/append_audit'
import { recordEvent } from '#cases/actions/record_event'
import { lockedInHand } from '#cases/queries/in_hand'
import { inTown } from '#tenancy/town_transaction'

/**
 * Hands all open cases of an officer to another, or back to their units. All cases are locked before any row is written:
 * the audit trail is the last lock that anybody takes. Answers how many there were.
 */
export class HandOver {
  execute(
    municipalityId: string,
    { from, to, at }: { from: string; to: string | null; at: Date },
    actor: Actor = SYSTEM
  ): Promise<number> {
    return inTown(municipalityId, async (trx) => {
      const cases = await lockedInHand(trx, from)
      if (cases.length === 0) return 0
      await trx.rows(
        `UPDATE case_files SET assigned_to = $3, updated_at = $4 WHERE municipality_id = $1 AND id = ANY($2)`,
        [municipalityId, cases.map(({ id }) => id), to, at.toISOString()]
      )
      const rows: AuditRow[] = []
      for (const { id, unitId } of cases) {
        const data = { officer: to, unit: unitId }
        await recordEvent(trx, { caseFile: { id }, at, actor }, { kind: 'assigned', public: false, data })
        rows.push({ actor, action: 'cases.assigned', subject: { kind: 'case_files', id }, detail: data })
      }
      await appendAudit(trx, rows)
      return cases.length
    })
  }
}
