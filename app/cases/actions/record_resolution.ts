import { type Actor, type AuditRow, SYSTEM } from '#audit/types'
import { recordEvent } from '#cases/actions/record_event'
import { type Letter, letterEntry } from '#cases/queries/letter_entry'
import { newSalt } from '#core/hash_chain'
import { uuidv7 } from '#core/ids'
import type { Moment } from '#core/jobs/types'
import { DayTurnedError, recordEntries } from '#registry/actions/record_entries'
import { planEntry } from '#registry/domain/plan_entry'
import type { EntryPlan, RecordedEntry } from '#registry/types'
import { calendarOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

interface Adopted extends Letter, Moment {
  document: string
  actor?: Actor
}

/**
 * What has been resolved gets its number in the book of resolutions of the town (RD 128/2018, art. 3.2.e; ROF, arts. 198 to 200),
 * in the transaction that adopts it. The case is locked, and its audit row is for the end.
 */
export async function recordResolution(
  trx: TownTransaction,
  adopted: Adopted
): Promise<{ number: string; audit: AuditRow }> {
  const { caseFile, document, actor = SYSTEM } = adopted
  const content = await letterEntry(trx, adopted)
  const entry = planEntry(content, { id: uuidv7(), caseId: caseFile.id, documentId: document }, newSalt())
  const { id, entryNumber: number } = await entered(trx, adopted, entry)
  await recordEvent(trx, adopted, { kind: 'resolution_recorded', public: false, data: { number, document } })
  const subject = { kind: 'register_entries', id }
  return {
    number,
    audit: { actor, action: 'registry.resolution_recorded', subject, detail: { case: caseFile.id } },
  }
}

/** What it says does not depend on its day: where that has turned, it is of the day that the book shows. */
async function entered(
  trx: TownTransaction,
  { at, moved }: Moment,
  entry: EntryPlan
): Promise<RecordedEntry> {
  const calendar = await calendarOf(trx.municipalityId)
  const on = (day: Date) =>
    recordEntries(trx, { book: 'resolutions', calendar, at: day, moved, entries: [entry] })
  const [recorded] = await on(at).catch((error) => {
    if (error instanceof DayTurnedError) return on(error.now)
    throw error
  })
  return recorded!
}
