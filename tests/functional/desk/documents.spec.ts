import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { files } from '#documents/queries/files'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { inTown } from '#tenancy/town_transaction'
import { PDF } from '#tests/support/uploaded'
import { settle } from '#tests/support/worker'

async function caseWithDocuments() {
  const office = await openOffice()
  const { caseId } = await fileAt(office, office.procedure, { at: new Date(), answers: goodAnswers(office) })
  await settle(office.town.id, new Date())
  return { office, caseId, visitor: await atTheDesk(office.test, office.test.officer) }
}

/** A file of the citizen's in the case, as the scanner left it. */
async function citizenFile({ town, test }: OpenOffice, caseId: string, state: string): Promise<string> {
  const id = uuidv7()
  const { size, sha256 } = await files().put(town.id, Readable.from([PDF]), 1000)
  await inTown(town.id, async (trx) => {
    await trx.rows(
      `INSERT INTO documents (municipality_id, id, case_id, kind, document_type, name, media_type, origin, size, sha256, created_at)
       VALUES ($1, $2, $3, 'attachment', 'TD99', 'plan.pdf', 'application/pdf', 'citizen', $4, $5, now())`,
      [town.id, id, caseId, size, sha256]
    )
    await trx.rows(
      `INSERT INTO uploads (municipality_id, id, draft_id, person_id, field, name, media_type, size, sha256, state, document_id, created_at)
       VALUES ($1, $2, $3, $4, 'attachments', 'plan.pdf', 'application/pdf', $5, $6, $7, $8, now())`,
      [town.id, uuidv7(), uuidv7(), test.person.id, size, sha256, state, id]
    )
  })
  return id
}

test.group('A document of a case', () => {
  test('comes whole, opens in the browser to be printed, and leaves a row', async ({ assert }) => {
    const { office, caseId, visitor } = await caseWithDocuments()
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    const issued = props.documents.find(({ code }: any) => code)
    const answer = await visitor.get(issued.href)
    assert.equal(answer.status, 200)
    assert.match(answer.headers['content-disposition']!, /^inline; filename="[^"]+\.pdf"/)
    assert.include(String(answer.headers['content-security-policy']), "default-src 'none'")
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.match(answer.body, /^%PDF-/)
    assert.equal(createHash('sha256').update(answer.bytes).digest('hex'), issued.digest)
    const rows = await auditRows(office.town.id, 'desk.document_read')
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      [issued.id]
    )
  })

  test('is a page, too, with the words that its PDF has', async ({ assert }) => {
    const { office, caseId, visitor } = await caseWithDocuments()
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    const receipt = props.documents.find(({ kind }: any) => kind === 'receipt')
    const answer = await visitor.get(receipt.page)
    assert.equal(answer.status, 200)
    assert.include(answer.props.html, answer.props.title)
    assert.match(answer.props.numbers.entry, /-E-RE-/)
    assert.include(answer.props.html, answer.props.numbers.entry)
    assert.equal(answer.props.document.code, receipt.code)
    assert.lengthOf(await auditRows(office.town.id, 'desk.document_read'), 1)
  })

  test('of which there are only bytes has no page', async ({ assert }) => {
    const { office, caseId, visitor } = await caseWithDocuments()
    const id = await citizenFile(office, caseId, 'clean')
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    assert.isNull(props.documents.find((document: any) => document.id === id).page)
    assert.equal((await visitor.get(`/desk/documents/${id}/page`)).status, 404)
  })

  test('that the scanner refused or has not seen yet is withheld', async ({ assert }) => {
    const { office, caseId, visitor } = await caseWithDocuments()
    for (const state of ['pending', 'infected', 'failed']) {
      const id = await citizenFile(office, caseId, state)
      assert.equal((await visitor.get(`/desk/documents/${id}?unscanned=accepted`)).status, 409, state)
      const { props } = await visitor.get(`/desk/cases/${caseId}`)
      assert.isNull(props.documents.find((one: any) => one.id === id).href)
    }
    assert.lengthOf(await auditRows(office.town.id, 'desk.document_read'), 0)
  })

  test('that a citizen handed in is saved under its name, and may run nothing', async ({ assert }) => {
    const { office, caseId, visitor } = await caseWithDocuments()
    const id = await citizenFile(office, caseId, 'clean')
    const answer = await visitor.get(`/desk/documents/${id}`)
    assert.match(answer.headers['content-disposition']!, /^attachment; filename="plan\.pdf"/)
    assert.include(String(answer.headers['content-security-policy']), 'sandbox')
    assert.deepEqual(answer.bytes, PDF)
  })

  test('that nobody has scanned is given only to who accepts it', async ({ assert }) => {
    const { office, caseId, visitor } = await caseWithDocuments()
    const id = await citizenFile(office, caseId, 'not_scanned')
    assert.equal((await visitor.get(`/desk/documents/${id}`)).status, 409)
  })
})
