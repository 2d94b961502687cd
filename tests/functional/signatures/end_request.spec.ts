import { test } from '@japa/runner'
import { SYSTEM } from '#audit/types'
import { endRequest } from '#signatures/actions/end_request'
import { lockedCircuit } from '#signatures/queries/circuits'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { ASKED, circuitOf, requestIn, signingTown } from '#tests/support/signatures'

test.group('The end of a request', () => {
  test('withdrawn, it waits no more and leaves a row', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    await inTown(town.id, async (trx) => {
      const { request } = (await lockedCircuit(trx, circuit.request.id))!
      await endRequest(trx, request, 'withdrawn', { at: ASKED, moved: true, actor: SYSTEM })
    })
    const { request } = await circuitOf(town, circuit)
    assert.deepInclude(request, { state: 'withdrawn', endedAt: ASKED, documentId: null })
    const [row] = await auditRows(town.id, 'signatures.withdrawn')
    assert.deepInclude(row, { subject: request.id, detail: { endedAt: ASKED.toISOString() } })
  })
})
