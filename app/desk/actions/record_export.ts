import { appendAudit } from '#audit/actions/append_audit'
import { inTown } from '#tenancy/town_transaction'

/** What leaves the house: which book or list, which days of it, in what form, and by whose hand. */
export interface Export {
  officerId: string
  action: 'desk.book_exported' | 'desk.payments_exported' | 'desk.refunds_exported'
  subject: { kind: string; id: string }
  detail: { from: string | null; to: string | null; format: string; state?: string | null }
}

/** Leaves a row of it, each time. */
export class RecordExport {
  execute(municipalityId: string, { officerId, action, subject, detail }: Export): Promise<void> {
    const actor = { kind: 'officer' as const, id: officerId }
    return inTown(municipalityId, (trx) => appendAudit(trx, [{ actor, action, subject, detail }]))
  }
}
