import { recordEntries } from '#registry/actions/record_entries'
import { plannedEntry } from '#tests/support/planned_entry'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'
import type { EntryContent, RecordedEntry } from '#registry/types'
import type { OfficeAtWork } from '../office_at_work.js'
import { asApp, asOwner, type Plant } from './plant.js'

/** A receipt in the book of resolutions. */
async function enterAsResolution({ town }: OfficeAtWork, filingId: string): Promise<RecordedEntry> {
  const calendar = await calendarOf(town.id)
  const [recorded] = await inTown(town.id, async (trx) => {
    const [document] = await trx.rows<{ id: string; caseId: string }>(
      `SELECT id, case_id AS "caseId" FROM documents WHERE municipality_id = $1 AND filing_id = $2 AND kind = 'receipt'`,
      [town.id, filingId]
    )
    const { id: documentId, caseId } = document!
    const entry = plannedEntry(NOTHING, { caseId, documentId })
    return recordEntries(trx, { book: 'resolutions', calendar, at: new Date(), entries: [entry] })
  })
  return recorded!
}

const NOTHING: EntryContent = {
  heading: 'x',
  party: null,
  sender: { name: 'x', directoryCode: null },
  addressee: { name: 'x', directoryCode: null },
  procedure: null,
  documents: [],
  language: 'es',
}

export const books: Plant[] = [
  {
    title: 'an entry that was taken out of the book',
    rule: 'I3',
    fault: 'entry_number',
    async plant(office) {
      await asOwner(
        office,
        'register_entries',
        `DELETE FROM register_entries WHERE municipality_id = $1 AND id = $2`,
        [office.first.entryId]
      )
      return '/2'
    },
  },
  {
    title: 'a filing whose entry is gone',
    rule: 'I1',
    fault: 'filing_entries',
    async plant(office) {
      await asOwner(
        office,
        'register_entries',
        `DELETE FROM register_entries WHERE municipality_id = $1 AND id = $2`,
        [office.second.entryId]
      )
      return office.second.filingId
    },
  },
  {
    title: 'answers that were changed afterwards',
    rule: 'I1',
    fault: 'answers_digest',
    async plant(office) {
      await asOwner(
        office,
        'filings',
        `UPDATE filings SET answers = answers || '{"subject":"another"}' WHERE municipality_id = $1 AND id = $2`,
        [office.first.filingId]
      )
      return office.first.filingId
    },
  },
  {
    title: 'an entry without its filing',
    rule: 'I2',
    fault: 'entry_without_act',
    async plant(office) {
      await asOwner(office, 'filings', `DELETE FROM filings WHERE municipality_id = $1 AND id = $2`, [
        office.first.filingId,
      ])
      return office.first.entryNumber
    },
  },
  {
    title: 'a filing whose person was taken away',
    rule: 'I1',
    fault: 'anonymous_filing',
    async plant(office) {
      await asOwner(
        office,
        'filings',
        `UPDATE filings SET person_id = NULL WHERE municipality_id = $1 AND id = $2`,
        [office.first.filingId]
      )
      return office.first.filingId
    },
  },
  {
    title: 'a follow-up code of a filing that is somebody’s',
    rule: 'I1',
    fault: 'anonymous_filing',
    async plant(office) {
      const { filingId, caseId } = office.first
      await asApp(office, `INSERT INTO follow_ups VALUES ($1, $2, $3, 'a digest')`, [filingId, caseId])
      return filingId
    },
  },
  {
    title: 'an outgoing entry of no document',
    rule: 'I2',
    fault: 'entry_without_act',
    async plant({ town, first }) {
      const calendar = await calendarOf(town.id)
      const entry = plannedEntry(NOTHING, { caseId: first.caseId })
      const [recorded] = await inTown(town.id, (trx) =>
        recordEntries(trx, { book: 'outgoing', calendar, at: new Date(), entries: [entry] })
      )
      return recorded!.entryNumber
    },
  },
  {
    title: 'a receipt that was entered as if it were a resolution',
    rule: 'I2',
    fault: 'entry_without_act',
    plant: async (office) => (await enterAsResolution(office, office.first.filingId)).entryNumber,
  },
  {
    title: 'a resolution that stands in no book',
    rule: 'I2',
    fault: 'resolution_entries',
    async plant(office) {
      await enterAsResolution(office, office.first.filingId)
      const [row] = await asOwner(
        office,
        'documents',
        `UPDATE documents SET kind = 'resolution', created_at = now() WHERE municipality_id = $1 AND filing_id = $2 AND kind = 'receipt' RETURNING id`,
        [office.second.filingId]
      )
      return row.id
    },
  },
  {
    title: 'a counter that was turned back',
    rule: 'I3',
    fault: 'beyond_counter',
    async plant(office) {
      await asApp(
        office,
        `UPDATE register_counters SET last_number = 1, entries = 1 WHERE municipality_id = $1 AND book = 'incoming'`
      )
      return office.second.entryNumber
    },
  },
  {
    title: 'an entry that was dated back',
    rule: 'I4',
    fault: 'entry_time',
    async plant(office) {
      await asOwner(
        office,
        'register_entries',
        `UPDATE register_entries SET recorded_at = recorded_at - interval '1 day' WHERE municipality_id = $1 AND id = $2`,
        [office.second.entryId]
      )
      return '/2'
    },
  },
  {
    title: 'an entry that says something else now',
    rule: 'I5',
    fault: 'commitment',
    async plant(office) {
      await asOwner(
        office,
        'register_entries',
        `UPDATE register_entries SET content = content || '{"heading":"another"}' WHERE municipality_id = $1 AND id = $2`,
        [office.first.entryId]
      )
      return '/1'
    },
  },
  {
    title: 'an entry whose number was changed',
    rule: 'I5',
    fault: 'entry_hash',
    async plant(office) {
      await asOwner(
        office,
        'register_entries',
        `UPDATE register_entries SET number = 3 WHERE municipality_id = $1 AND id = $2`,
        [office.second.entryId]
      )
      await asApp(
        office,
        `UPDATE register_counters SET last_number = 3 WHERE municipality_id = $1 AND book = 'incoming'`
      )
      return '/3'
    },
  },
  {
    title: 'a link of the chain that was made anew',
    rule: 'I5',
    fault: 'entry_previous_hash',
    async plant(office) {
      await asOwner(
        office,
        'register_entries',
        `UPDATE register_entries SET previous_hash = repeat('a', 64) WHERE municipality_id = $1 AND id = $2`,
        [office.second.entryId]
      )
      return '/2'
    },
  },
  {
    title: 'a head of a book that is another',
    rule: 'I5',
    fault: 'counter_head',
    async plant(office) {
      await asApp(
        office,
        `UPDATE register_counters SET head = repeat('0', 64) WHERE municipality_id = $1 AND book = 'incoming'`
      )
      return 'incoming'
    },
  },
  {
    title: 'an audit row that says something else now',
    rule: 'I5',
    fault: 'commitment',
    async plant(office) {
      await asOwner(
        office,
        'audit_entries',
        `UPDATE audit_entries SET detail = '{"changed":true}' WHERE municipality_id = $1 AND subject_id = $2`,
        [office.first.filingId]
      )
      return 'audit '
    },
  },
  {
    title: 'an audit row that is gone',
    rule: 'I3',
    fault: 'audit_sequence',
    async plant(office) {
      await asOwner(
        office,
        'audit_entries',
        `DELETE FROM audit_entries WHERE municipality_id = $1 AND sequence = 2`
      )
      return 'audit 3'
    },
  },
  {
    title: 'a submission without its key',
    rule: 'I7',
    fault: 'submission_without_key',
    async plant(office) {
      await asOwner(
        office,
        'idempotency_keys',
        `DELETE FROM idempotency_keys WHERE municipality_id = $1 AND key = $2`,
        [office.first.filingId]
      )
      return office.first.filingId
    },
  },
  {
    title: 'a key that would answer another filing',
    rule: 'I7',
    fault: 'answer_differs',
    async plant(office) {
      await asOwner(
        office,
        'idempotency_keys',
        `UPDATE idempotency_keys SET answer = jsonb_set(answer, '{entryId}', to_jsonb($3::text)) WHERE municipality_id = $1 AND key = $2`,
        [office.first.filingId, office.second.entryId]
      )
      return office.first.filingId
    },
  },
]
