import { test } from '@japa/runner'
import { withdrawRequest } from '#signatures/actions/withdraw_request'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { ASKED, allSign, circuitOf, requestIn, signingTown } from '#tests/support/signatures'
import { rowsOf } from '#tests/support/rows'
import { settle } from '#tests/support/worker'

test.group('A request that nobody waits for any more', () => {
  const withdraw = (town: { id: string }, { request }: Awaited<ReturnType<typeof requestIn>>) =>
    inTown(town.id, (trx) =>
      withdrawRequest(trx, { requestId: request.id, caseId: request.caseId, at: ASKED })
    )

  test('is withdrawn by the worker, once', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    await rowsOf(town.id, `DELETE FROM subscriptions WHERE municipality_id = $1`)
    await withdraw(town, circuit)
    await withdraw(town, circuit)
    assert.deepEqual((await settle(town.id, ASKED)).failures, [])
    assert.equal((await circuitOf(town, circuit)).request.state, 'withdrawn')
    assert.lengthOf(await auditRows(town.id, 'signatures.withdrawn'), 1)
  })

  test('stays where it was signed before, or where somebody waits after all', async ({ assert }) => {
    const town = await signingTown()
    const signed = await allSign(town, await requestIn(town))
    const wanted = await requestIn(town)
    for (const circuit of [signed, wanted]) await withdraw(town, circuit)
    assert.deepEqual((await settle(town.id, ASKED)).failures, [])
    assert.equal((await circuitOf(town, signed)).request.state, 'signed')
    assert.equal((await circuitOf(town, wanted)).request.state, 'open')
  })
})
