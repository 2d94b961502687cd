import { createHash, randomBytes } from 'node:crypto'
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { unwrap } from '#core/result'
import { documentsOfFiling } from '#documents/queries/documents'
import { files } from '#documents/queries/files'
import { SaveAnswers } from '#filings/actions/save_answers'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { citizenFrom, goodAnswers, readyDraft } from '#tests/support/filing'
import { PDF, uploaded } from '#tests/support/uploaded'
import { type OfficeAtWork, work } from '../office_at_work.js'
import { asApp, asOwner, type Plant } from './plant.js'

const contentsOf = async (
  office: OfficeAtWork
): Promise<{ id: string; content: Buffer; template: Buffer | null }> => {
  const [row] = await asApp(
    office,
    `SELECT c.document_id AS id, c.content, t.content AS template FROM document_contents c
     LEFT JOIN stamp_templates t ON t.municipality_id = $1 AND t.digest = c.template_digest
     WHERE c.municipality_id = $1 ORDER BY 1 LIMIT 1`
  )
  return row as any
}

/** A document that somebody handed in with a filing of theirs, with its file in the store. */
export async function attachment(office: OfficeAtWork): Promise<{ id: string; sha256: string }> {
  const { town, test } = office
  const { draftId, version } = await readyDraft(office)
  const own = { municipalityId: town.id, personId: test.person.id, draftId }
  const { id, sha256 } = await uploaded(own)
  const answers = { ...goodAnswers(office), attachments: [id] }
  await new SaveAnswers().execute({ ...own, version, answers, at: new Date() })
  const filing = { town, citizen: citizenFrom(test.person), draftId, version: version + 1, at: new Date() }
  const { filingId } = unwrap(await new SubmitFiling().execute(filing))
  await work(town.id)
  const documents = await documentsOfFiling(town.id, filingId)
  return { id: documents.find(({ origin }) => origin === 'citizen')!.id, sha256 }
}

export const documents: Plant[] = [
  {
    title: 'a document without its bytes',
    rule: 'I8',
    fault: 'no_bytes',
    async plant(office) {
      const { id } = await contentsOf(office)
      await asOwner(
        office,
        'document_contents',
        `DELETE FROM document_contents WHERE municipality_id = $1 AND document_id = $2`,
        [id]
      )
      return id
    },
  },
  {
    title: 'a document with one bit turned',
    rule: 'I8',
    fault: 'bytes_differ',
    async plant(office) {
      const { id } = await contentsOf(office)
      await asOwner(
        office,
        'document_contents',
        `UPDATE document_contents SET content = set_bit(content, 8, 1 - get_bit(content, 8)) WHERE municipality_id = $1 AND document_id = $2`,
        [id]
      )
      return id
    },
  },
  {
    title: 'shared pages that were replaced',
    rule: 'I8',
    fault: 'template_differs',
    async plant(office) {
      await asOwner(
        office,
        'stamp_templates',
        `UPDATE stamp_templates SET content = content || '\\x00'::bytea WHERE municipality_id = $1`
      )
      return (await contentsOf(office)).id
    },
  },
  {
    title: 'a document that was changed together with its digest',
    rule: 'I18',
    fault: 'seal_broken',
    async plant(office) {
      const { id, content, template } = await contentsOf(office)
      content[100] = content[100]! ^ 1
      const whole = createHash('sha256')
        .update(template ?? '')
        .update(content)
        .digest('hex')
      await asOwner(
        office,
        'document_contents',
        `UPDATE document_contents SET content = $3, sha256 = $4 WHERE municipality_id = $1 AND document_id = $2`,
        [id, content, whole]
      )
      return id
    },
  },
  {
    title: 'a printed code that leads nowhere',
    rule: 'I8',
    fault: 'code_lost',
    async plant(office) {
      const { id } = await contentsOf(office)
      await asOwner(
        office,
        'verification_codes',
        `DELETE FROM verification_codes WHERE municipality_id = $1 AND document_id = $2`,
        [id]
      )
      return id
    },
  },
  {
    title: 'a file that is gone from the disk',
    rule: 'I8',
    fault: 'file_differs',
    async plant(office) {
      const { id, sha256 } = await attachment(office)
      await rm(files().pathOf(office.town.id, sha256))
      return id
    },
  },
  {
    title: 'a file with other bytes of the same length',
    rule: 'I8',
    fault: 'file_differs',
    async plant(office) {
      const { id, sha256 } = await attachment(office)
      await writeFile(files().pathOf(office.town.id, sha256), randomBytes(PDF.length))
      return id
    },
  },
  {
    title: 'a file of yesterday that nothing names',
    rule: 'I8',
    fault: 'orphan',
    async plant({ town }) {
      const sha256 = randomBytes(32).toString('hex')
      const path = files().pathOf(town.id, sha256)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, 'x')
      const before = new Date(Date.now() - 2 * 86_400_000)
      await utimes(path, before, before)
      return sha256
    },
  },
]
