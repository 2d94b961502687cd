import { createHash, randomBytes } from 'node:crypto'
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { uuidv7 } from '#core/ids'
import { writeDocuments } from '#documents/actions/write_documents'
import { files } from '#documents/queries/files'
import { inTown } from '#tenancy/town_transaction'
import type { OfficeAtWork } from '../office_at_work.js'
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

/** A document that somebody handed in, with its file in the store. */
export async function attachment(office: OfficeAtWork): Promise<{ id: string; sha256: string }> {
  const { sha256, size } = await files().put(office.town.id, Readable.from([randomBytes(64)]), 100)
  const id = uuidv7()
  await inTown(office.town.id, (trx) =>
    writeDocuments(trx, [
      {
        id,
        case_id: office.first.caseId,
        filing_id: office.first.filingId,
        kind: 'attachment',
        document_type: 'TD99',
        name: 'plan.pdf',
        media_type: 'application/pdf',
        language: 'es',
        origin: 'citizen',
        code: null,
        size,
        sha256,
        template: null,
        facts: null,
        created_at: new Date().toISOString(),
      },
    ])
  )
  return { id, sha256 }
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
      await writeFile(files().pathOf(office.town.id, sha256), randomBytes(64))
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
