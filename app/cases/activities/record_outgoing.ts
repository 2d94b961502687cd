import { SYSTEM } from '#audit/types'
import type { Activity } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { letterEntry } from '#cases/queries/letter_entry'
import { newSalt } from '#core/hash_chain'
import { uuidv7 } from '#core/ids'
import { recordEntries } from '#registry/actions/record_entries'
import { planEntry } from '#registry/domain/plan_entry'
import type { RecordedEntry } from '#registry/types'
import { calendarOf } from '#tenancy/queries/calendar'

/** `registry.record_outgoing`: the `document` leaves the town hall with a number, from whom it says it is (Law 39/2015, art. 16.1). */
export const recordOutgoing: Activity = {
  async commit(trx, context) {
    const { caseFile, town, at, moved, input } = context
    const document = String(input['document'])
    const content = await letterEntry(trx, { ...context, document })
    const calendar = await calendarOf(town.id)
    const entry = planEntry(content, { id: uuidv7(), caseId: caseFile.id, documentId: document }, newSalt())
    const [recorded] = await recordEntries(trx, { book: 'outgoing', calendar, at, moved, entries: [entry] })
    const { id, entryNumber } = recorded as RecordedEntry
    await recordEvent(trx, context, {
      kind: 'entry_recorded',
      public: true,
      data: { number: entryNumber, document },
    })
    return {
      result: { entryId: id, number: entryNumber },
      audit: [
        {
          actor: SYSTEM,
          action: 'registry.outgoing_recorded',
          subject: { kind: 'register_entries', id },
          detail: { case: caseFile.id },
        },
      ],
    }
  },
}
