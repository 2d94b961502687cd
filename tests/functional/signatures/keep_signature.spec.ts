import { test } from '@japa/runner'
import { err, unwrap } from '#core/result'
import { officerById } from '#identity/queries/officers'
import { keepSignature } from '#signatures/actions/keep_signature'
import { bytesSoFar } from '#signatures/queries/circuits'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { ASKED, circuitOf, requestIn, signingTown } from '#tests/support/signatures'

test.group('A signature that was checked', () => {
  test('is kept with what it added and a row, while its circuit stands where it was given, and once', async ({
    assert,
  }) => {
    const place = await signingTown()
    const circuit = await requestIn(place)
    const town = (await townById(place.id))!
    const officer = (await officerById(place.id, place.mayor.id))!
    const rules = { read: circuit.request.sha256, draftersMaySign: true }
    const given = {
      position: 'Alcaldesa',
      signer: 'demo',
      certificate: 'x',
      base: circuit.request.sha256,
      sha256: 'ab'.repeat(32),
      delta: Buffer.from('added'),
      sealed: null,
    }
    const keep = () =>
      inTown(place.id, (trx) =>
        keepSignature(trx, { town, officer, circuit, rules, at: ASKED, moved: true }, given)
      )
    const kept = unwrap(await keep())
    assert.deepEqual(await keep(), err({ code: 'moved_on' }))
    assert.deepEqual((await circuitOf(place, circuit)).signatures, [kept])
    assert.equal((await bytesSoFar(place.id, circuit.request.id)).subarray(-5).toString(), 'added')
    const [row] = await auditRows(place.id, 'signatures.given')
    assert.deepInclude(row, { actor: officer.id, subject: circuit.request.id })
  })
})
