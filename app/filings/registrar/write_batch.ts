import { appendAudit } from '#audit/actions/append_audit'
import { writeCases } from '#cases/actions/write_cases'
import { heldVersions } from '#catalogue/queries/accepted'
import { failpoint } from '#core/failpoint'
import { writeDocuments } from '#documents/actions/write_documents'
import { filingRows, followUpRows, idempotencyRows } from '#filings/rows'
import { WithdrawnVersionError, type Member, type Written } from '#filings/registrar/member'
import { recordEntries } from '#registry/actions/record_entries'
import type { RecordedEntry } from '#registry/types'
import { calendarOf } from '#tenancy/queries/calendar'
import { insertRows } from '#tenancy/insert_rows'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

const ATTACH = `
UPDATE uploads u SET document_id = r.document_id
FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, document_id uuid)
WHERE u.municipality_id = $1 AND u.id = r.id AND u.document_id IS NULL`

const FORGET_DRAFTS = `DELETE FROM drafts WHERE municipality_id = $1 AND id = ANY($2::uuid[])`

/** Uploads of drafts become documents of the case, once. */
export async function attachUploads(
  trx: TownTransaction,
  uploads: { id: string; document_id: string }[]
): Promise<void> {
  if (uploads.length > 0)
    await trx.rows(ATTACH, [trx.municipalityId, JSON.stringify(uploads)], 'attach_uploads')
}

export async function forgetDrafts(trx: TownTransaction, ids: string[]): Promise<void> {
  await trx.rows(FORGET_DRAFTS, [trx.municipalityId, ids], 'forget_drafts')
}

/** What is answered when the same key is sent again. */
const keyRow = ({ key, bodyDigest, filing }: Member) => ({
  key,
  body_digest: bodyDigest,
  answer: { filingId: filing.id, caseId: filing.case_id, entryId: filing.entry_id },
  created_at: filing.filed_at,
})

const written = (
  { filing }: Member,
  { id, entryNumber, recordedAt, effectiveAt, effectiveDate }: RecordedEntry
): Written => ({
  filingId: filing.id,
  caseId: filing.case_id,
  entryId: id,
  entryNumber,
  recordedAt,
  effectiveAt,
  effectiveDate,
})

/**
 * One transaction for many filings of one town: all rows that need no number, then the entries under
 * the lock of the book, then the audit trail. Keys come first, so that a repeated filing stops early. The statements
 * are sent one after another without waiting for their answers: the lock is held for the time of two of them.
 */
export async function writeBatch(municipalityId: string, members: Member[]): Promise<Written[]> {
  const calendar = await calendarOf(municipalityId)
  // If the day has turned since the oldest plan, it has for the batch: whoever is of today goes on alone.
  const { at, moved } = members.reduce((oldest, member) => (member.at < oldest.at ? member : oldest))
  const all = <T>(part: (member: Member) => T[]) => members.flatMap(part)
  return inTown(municipalityId, async (trx) => {
    const rows = Promise.all([
      insertRows(trx, idempotencyRows, members.map(keyRow)),
      insertRows(
        trx,
        filingRows,
        members.map(({ filing }) => filing)
      ),
      writeDocuments(
        trx,
        all(({ documents }) => documents)
      ),
      writeCases(
        trx,
        members.map((member) => member.case)
      ),
      insertRows(
        trx,
        followUpRows,
        all(({ followUp }) => (followUp ? [followUp] : []))
      ),
      attachUploads(
        trx,
        all(({ uploads }) => uploads)
      ),
      forgetDrafts(
        trx,
        members.map(({ key }) => key)
      ),
    ])
    const versions = heldVersions(
      trx,
      members.map(({ filing }) => filing)
    )
    const entries = recordEntries(trx, {
      book: 'incoming',
      calendar,
      at,
      moved,
      entries: members.map(({ entry }) => entry),
    })
    const audit = appendAudit(
      trx,
      all((member) => member.audit),
      moved ? at : undefined
    )
    const [, accepted, recorded] = await Promise.all([rows, versions, entries, audit])
    const withdrawn = members.find(({ filing }) => !accepted.has(filing.digest))
    if (withdrawn) throw new WithdrawnVersionError(withdrawn.filing)
    await failpoint('registrar.written')
    const byId = new Map(recorded.map((entry) => [entry.id, entry]))
    return members.map((member) => written(member, byId.get(member.filing.entry_id)!))
  })
}
