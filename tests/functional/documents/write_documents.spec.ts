import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { writeDocuments } from '#documents/actions/write_documents'
import { documentByCode, documentsOfCase } from '#documents/queries/documents'
import { countOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'
import { anyDocument } from './any_document.js'

test.group('Documents that are written together', () => {
  test('are in their case, and each is found by its code', async ({ assert }) => {
    const town = await testTown()
    const caseId = uuidv7()
    const rows = ['one', 'two', 'three'].map((name) => anyDocument({ name, case_id: caseId }))
    await inTown(town.id, (trx) => writeDocuments(trx, rows))
    assert.sameMembers(
      (await documentsOfCase(town.id, caseId)).map(({ name }) => name),
      ['one', 'two', 'three']
    )
    for (const { id, code } of rows) assert.equal((await documentByCode(town.id, code!))?.id, id)
  })

  test('need no code where somebody handed them in', async ({ assert }) => {
    const town = await testTown()
    await inTown(town.id, (trx) =>
      writeDocuments(trx, [anyDocument({ code: null, origin: 'citizen' }), anyDocument()])
    )
    assert.equal(await countOf(town.id, 'documents'), 2)
    assert.equal(await countOf(town.id, 'verification_codes'), 1)
  })

  test('never share a code, and stand all or none', async ({ assert }) => {
    const town = await testTown()
    const [one, other] = [anyDocument(), anyDocument()]
    await assert.rejects(
      () => inTown(town.id, (trx) => writeDocuments(trx, [one, { ...other, code: one.code }])),
      /duplicate key/
    )
    assert.equal(await countOf(town.id, 'documents'), 0)
  })

  test('are their town’s: no other knows their codes', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const document = anyDocument()
    await inTown(town.id, (trx) => writeDocuments(trx, [document]))
    assert.isNull(await documentByCode(other.id, document.code!))
  })
})
