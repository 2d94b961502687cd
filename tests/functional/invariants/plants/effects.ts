import { eraseDrafts } from '#filings/actions/erase_drafts'
import { queueNotice } from '#notifications/actions/queue_notice'
import { RecordRead } from '#desk/actions/record_read'
import { uuidv7 } from '#core/ids'
import { inTown } from '#tenancy/town_transaction'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { readyDraft } from '#tests/support/filing'
import { type OfficeAtWork, work } from '../office_at_work.js'
import { came } from './money.js'
import { asApp, forget, type Plant } from './plant.js'

const LATER = new Date('2099-01-01T09:00:00Z')

const CONTENT = {
  letterhead: { officeName: 'Office', council: 'Council', colour: '#123456', crest: null },
  subject: 'Receipt',
  paragraphs: ['We have received it.'],
  language: 'en',
  link: { url: 'https://office.example.org/folder', label: 'My folder' },
}

const queued = ({ town }: OfficeAtWork) =>
  inTown(town.id, (trx) =>
    queueNotice(trx, CONTENT, { recipient: 'a@example.org', caseId: null, key: 'a', at: new Date() })
  )

/** The sequence of the last row of the trail. */
async function lastRow(office: OfficeAtWork): Promise<string> {
  const [row] = await asApp(
    office,
    `SELECT 'audit ' || max(sequence) AS named FROM audit_entries WHERE municipality_id = $1`
  )
  return (row as { named: string }).named
}

async function look(office: OfficeAtWork, given: { officer?: string; thing?: string }): Promise<string> {
  await new RecordRead().execute(office.town.id, {
    action: 'desk.case_read',
    subject: { kind: 'case_files', id: given.thing ?? office.first.caseId },
    actor: { kind: 'officer', id: given.officer ?? office.test.officer.id },
    at: new Date(),
  })
  return lastRow(office)
}

async function expired(office: OfficeAtWork): Promise<string> {
  const { draftId } = await readyDraft(office)
  await inTown(office.town.id, async (trx) => appendAudit(trx, await eraseDrafts(trx, LATER)))
  return draftId
}

/** Work that is lost or done again, looks that nobody took, and what is left of what was erased. */
export const effects: Plant[] = [
  {
    title: 'a mail that waits, and that nobody sends',
    rule: 'I9',
    fault: 'notice_work',
    async plant(office) {
      const id = await queued(office)
      await forget(office, 'notice', id)
      return id
    },
  },
  {
    title: 'a mail that left, and would be sent again',
    rule: 'I9',
    fault: 'notice_work',
    async plant(office) {
      const id = await queued(office)
      await asApp(office, `UPDATE notices SET state = 'sent' WHERE municipality_id = $1 AND id = $2`, [id])
      return id
    },
  },
  {
    title: 'a payment without its proof',
    rule: 'I9',
    fault: 'proof_once',
    async plant(office) {
      const { id } = await came(office, 2730)
      await forget(office, 'payment_proof')
      return id
    },
  },
  {
    title: 'a payment that would be proved twice',
    rule: 'I9',
    fault: 'proof_once',
    async plant(office) {
      const { id } = await came(office, 2730)
      await asApp(
        office,
        `INSERT INTO jobs (municipality_id, id, kind, name, case_id, key, input, run_at, created_at)
         SELECT municipality_id, $2::uuid, kind, name, case_id, key, input, run_at, created_at
         FROM jobs WHERE municipality_id = $1 AND kind = 'payment_proof'`,
        [uuidv7()]
      )
      return id
    },
  },
  {
    title: 'a refund without its proof',
    rule: 'I9',
    fault: 'refund_proof_once',
    async plant(office) {
      await came(office, 2731)
      await work(office.town.id, 'refund')
      await forget(office, 'refund_proof')
      const [refund] = await asApp(office, `SELECT id FROM refunds WHERE municipality_id = $1`)
      return (refund as { id: string }).id
    },
  },
  {
    title: 'a look by nobody who works there',
    rule: 'I15',
    fault: 'read_by_nobody',
    plant: (office) => look(office, { officer: uuidv7() }),
  },
  {
    title: 'a look at what is not there',
    rule: 'I15',
    fault: 'read_of_nothing',
    plant: (office) => look(office, { thing: uuidv7() }),
  },
  {
    title: 'a file of a draft that was erased',
    rule: 'I17',
    fault: 'erased_kept',
    async plant(office) {
      const id = await expired(office)
      await asApp(
        office,
        `INSERT INTO uploads (municipality_id, id, draft_id, person_id, field, name, media_type, size, sha256, state, created_at)
         VALUES ($1, $2, $3, $4, 'attachments', 'x.pdf', 'application/pdf', 1, repeat('a', 64), 'clean', now())`,
        [uuidv7(), id, office.test.person.id]
      )
      return id
    },
  },
  {
    title: 'a trace that tells what an erased draft said',
    rule: 'I17',
    fault: 'erased_kept',
    async plant(office) {
      const id = uuidv7()
      const subject = { kind: 'drafts', id }
      const detail = { slug: 'x', kind: 'submission', uploads: 0, answers: { subject: 'A street lamp' } }
      await inTown(office.town.id, (trx) =>
        appendAudit(trx, [{ actor: SYSTEM, action: 'filings.draft_expired', subject, detail }])
      )
      return id
    },
  },
]
