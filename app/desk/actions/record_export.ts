import { appendAudit } from '#audit/actions/append_audit'
import { inTown } from '#tenancy/town_transaction'

/** Leaves a row of a book that leaves the house: who took which days of it, in what form. */
export class RecordExport {
  execute(
    municipalityId: string,
    given: { officerId: string; book: string; from: string | null; to: string | null; format: string }
  ): Promise<void> {
    const { officerId, book, ...detail } = given
    const actor = { kind: 'officer' as const, id: officerId }
    return inTown(municipalityId, (trx) =>
      appendAudit(trx, [
        { actor, action: 'desk.book_exported', subject: { kind: 'register_books', id: book }, detail },
      ])
    )
  }
}
