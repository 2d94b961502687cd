import { test } from '@japa/runner'
import { writeContent } from '#signatures/actions/write_content'
import { bytesSoFar } from '#signatures/queries/circuits'
import { inTown } from '#tenancy/town_transaction'
import { ASKED, requestIn, signingTown } from '#tests/support/signatures'

test.group('The bytes of a document that is being signed', () => {
  test('are its parts in their order, each kept once', async ({ assert }) => {
    const town = await signingTown()
    const { request } = await requestIn(town)
    const draft = await bytesSoFar(town.id, request.id)
    const write = (ordinal: number, content: string) =>
      inTown(town.id, (trx) =>
        writeContent(trx, { requestId: request.id, ordinal, content: Buffer.from(content), at: ASKED })
      )
    await write(2, 'second')
    await write(1, 'first ')
    assert.equal(String((await bytesSoFar(town.id, request.id)).subarray(draft.length)), 'first second')
    await assert.rejects(() => write(1, 'other'), /signature_contents_order/)
  })
})
