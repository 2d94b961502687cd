import { test } from '@japa/runner'
import { VerifyDocument } from '#documents/actions/verify_document'
import { writeDocuments } from '#documents/actions/write_documents'
import { groupCode, newVerificationCode } from '#documents/queries/verification_codes'
import { auditRows } from '#tests/support/audit_rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'
import { anyDocument } from './any_document.js'

async function issued() {
  const town = await testTown()
  const document = anyDocument()
  await inTown(town.id, (trx) => writeDocuments(trx, [document]))
  return { town, document, code: document.code! }
}

const verify = (townId: string, code: string) =>
  new VerifyDocument().execute(townId, { code, address: '203.0.113.7' })

test.group('A document that somebody verifies by its code (Law 39/2015, art. 27.3.c)', () => {
  test('is found as the code is printed or typed, and each look leaves a row', async ({ assert }) => {
    const { town, document, code } = await issued()
    for (const typed of [code, groupCode(code), ` ${code.toLowerCase().replaceAll('1', 'l')} `])
      assert.equal((await verify(town.id, typed))?.id, document.id, typed)
    assert.deepEqual(
      await auditRows(town.id, 'documents.verified'),
      Array(3).fill({ actor: 'public', subject: document.id, detail: { address: '203.0.113.7' } })
    )
  })

  test('that does not exist is not found, and leaves no row', async ({ assert }) => {
    const { town } = await issued()
    for (const typed of [newVerificationCode(Date.now()), 'no code', ''])
      assert.isNull(await verify(town.id, typed))
    assert.lengthOf(await auditRows(town.id, 'documents.verified'), 0)
  })

  test('is looked for in its own town only', async ({ assert }) => {
    const { town, code } = await issued()
    const other = await testTown()
    assert.isNull(await verify(other.id, code))
    for (const { id } of [town, other]) assert.lengthOf(await auditRows(id, 'documents.verified'), 0)
  })
})
