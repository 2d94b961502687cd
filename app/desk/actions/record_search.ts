import { appendAudit } from '#audit/actions/append_audit'
import { inTown } from '#tenancy/town_transaction'

/** Leaves a row of a search: how many cases an officer was shown, and which. The question itself may name somebody. */
export class RecordSearch {
  execute(
    municipalityId: string,
    { officerId, found }: { officerId: string; found: string[] }
  ): Promise<void> {
    const actor = { kind: 'officer' as const, id: officerId }
    return inTown(municipalityId, (trx) =>
      appendAudit(trx, [
        {
          actor,
          action: 'desk.cases_searched',
          subject: { kind: 'officer', id: officerId },
          detail: { found: found.length, cases: found },
        },
      ])
    )
  }
}
