import { test } from '@japa/runner'
import { contentOf } from '#documents/queries/content_of'
import { documentById } from '#documents/queries/documents'
import { sheetOf } from '#documents/queries/sheet_of'
import { issueSigned } from '#signatures/actions/issue_signed'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import { ASKED, circuitOf, requestIn, signingTown, signs } from '#tests/support/signatures'

test.group('What all have signed', () => {
  test('comes into its case with the code of its draft, and its page says who signed', async ({ assert }) => {
    const place = await signingTown()
    const circuit = await requestIn(place)
    await signs(place, place.mayor, circuit)
    const town = (await townById(place.id))!
    const signed = { town, circuit: await circuitOf(place, circuit), sealed: Buffer.from('%PDF-'), at: ASKED }
    const { documentId, audit } = await inTown(place.id, (trx) => issueSigned(trx, signed))
    const document = (await documentById(place.id, documentId))!
    assert.deepInclude(document, { caseId: circuit.request.caseId, code: circuit.request.code, size: 5 })
    assert.equal(String((await contentOf(place.id, document)).body), '%PDF-')
    assert.include(JSON.stringify(await sheetOf(place.id, document)), 'Remei Andrés Gisbert')
    assert.deepEqual(
      audit.map(({ action, subject }) => [action, subject.id]),
      [['documents.issued', documentId]]
    )
  })
})
