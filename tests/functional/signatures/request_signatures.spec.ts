import { test } from '@japa/runner'
import { sha256Hex } from '#core/digest'
import { documentByCode } from '#documents/queries/documents'
import { requestSignatures } from '#signatures/actions/request_signatures'
import { bytesSoFar } from '#signatures/queries/circuits'
import { waitingFor } from '#signatures/queries/tray'
import { officerById } from '#identity/queries/officers'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { ASKED, requestIn, signingTown } from '#tests/support/signatures'
import { countOf } from '#tests/support/rows'

test.group('A request of signatures', () => {
  test('keeps the draft as it was laid out, who signs in which order and why, and leaves a row', async ({
    assert,
  }) => {
    const town = await signingTown()
    const { request, steps } = await requestIn(town)
    assert.equal(sha256Hex(await bytesSoFar(town.id, request.id)), request.sha256)
    assert.deepEqual(
      steps.map(({ position, body, reason }) => [position, body, reason]),
      [
        ['holder', 'mayor', 'Dicta la resolución'],
        ['secretary', null, 'Da fe'],
      ]
    )
    const [row] = await auditRows(town.id, 'signatures.requested')
    assert.equal(row!.subject, request.id)
    assert.sameMembers(
      Object.keys(row!.detail.steps),
      steps.map(({ id }) => id)
    )
  })

  test('waits for whoever’s turn it is, and for nobody else; its draft is no document, and its code leads nowhere', async ({
    assert,
  }) => {
    const town = await signingTown()
    const { request } = await requestIn(town)
    const waiting = async (id: string) =>
      (await waitingFor(town.id, (await officerById(town.id, id))!)).map((circuit) => circuit.request.id)
    assert.deepEqual(await waiting(town.mayor.id), [request.id])
    assert.deepEqual(await waiting(town.secretary.id), [])
    assert.equal(await countOf(town.id, 'documents'), 0)
    assert.isNull(await documentByCode(town.id, request.code))
  })

  test('is made once for what asks for it', async ({ assert }) => {
    const town = await signingTown()
    const { request } = await requestIn(town)
    const again = (key: string) =>
      inTown(town.id, (trx) =>
        requestSignatures(trx, {
          ...request,
          ...request.facts,
          key,
          draft: Buffer.from('x'),
          steps: [],
          at: ASKED,
        })
      )
    const { id } = await again('a key')
    assert.notEqual(id, request.id)
    await assert.rejects(() => again('a key'), /signature_requests_once/)
  })
})
