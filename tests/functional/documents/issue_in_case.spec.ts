import { test } from '@japa/runner'
import { sha256Hex } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { issueInCase } from '#documents/actions/issue_in_case'
import { storedContent } from '#documents/queries/content_of'
import { documentByCode, documentsOfCase } from '#documents/queries/documents'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { documentRows, type DocumentRow } from '#documents/rows'
import { rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'
import { rowDigest, writtenSql } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

const AT = new Date('2026-03-02T09:30:00Z')
const BYTES = Buffer.from('a sealed letter')

const letter = () => ({
  id: uuidv7(),
  case_id: uuidv7(),
  kind: 'letter',
  document_type: 'TD99',
  name: 'A letter',
  language: 'ca',
  code: newVerificationCode(AT.getTime()),
  template: 'letter',
  facts: { sheet: { title: 'A letter' } },
  pdf: { bytes: BYTES, template: null, delta: null },
  at: AT,
})

const issue = (town: TestTown, given: ReturnType<typeof letter>) =>
  inTown(town.id, (trx) => issueInCase(trx, given, { template: 'letter' }))

test.group('A document that the town issues', () => {
  test('is in its case with its bytes, and is found by its code', async ({ assert }) => {
    const town = await testTown()
    const given = letter()
    await issue(town, given)
    assert.deepEqual(
      (await documentsOfCase(town.id, given.case_id)).map(({ id }) => id),
      [given.id]
    )
    assert.equal((await documentByCode(town.id, given.code))?.id, given.id)
    assert.deepInclude(await storedContent(town.id, given.id), { body: BYTES, sha256: sha256Hex(BYTES) })
  })

  test('leaves an act that keeps the digest of its bytes and of all that its row says', async ({
    assert,
  }) => {
    const town = await testTown()
    const given = letter()
    const act = await issue(town, given)
    const [row] = await rowsOf<DocumentRow>(
      town.id,
      `SELECT ${writtenSql(documentRows, 'd')} FROM documents d WHERE d.municipality_id = $1`
    )
    assert.deepEqual(act, {
      actor: { kind: 'system', id: 'system' },
      action: 'documents.issued',
      subject: { kind: 'documents', id: given.id },
      detail: {
        case: given.case_id,
        template: 'letter',
        sha256: sha256Hex(BYTES),
        row: rowDigest(documentRows, { ...row! }),
      },
    })
  })
})
