import { test } from '@japa/runner'
import { err } from '#core/result'
import { RefuseSignature } from '#signatures/actions/refuse_signature'
import { auditRows } from '#tests/support/audit_rows'
import { ASKED, circuitOf, refuses, requestIn, signingTown, signs } from '#tests/support/signatures'
import { countOf } from '#tests/support/rows'

test.group('Whoever refuses to sign', () => {
  test('says why, and ends it for all: who, when and why are kept', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    await signs(town, town.mayor, circuit)
    assert.isTrue((await refuses(town, town.secretary, circuit, '  Falta la firma del informe.  ')).ok)
    const { request, refusal } = await circuitOf(town, circuit)
    assert.deepInclude(request, { state: 'refused', endedAt: ASKED, documentId: null })
    assert.deepInclude(refusal, {
      name: 'Ferran Aparisi Donat',
      position: 'Secretario',
      reason: 'Falta la firma del informe.',
    })
    const [row] = await auditRows(town.id, 'signatures.refused')
    assert.deepInclude(row, { actor: town.secretary.id, subject: request.id })
    assert.equal(row!.detail.refusal, refusal!.id)
    assert.notInclude(JSON.stringify(row), 'Falta la firma')
  })

  test('gives a reason, and has its turn', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    for (const nothing of ['', '  \n '])
      assert.deepEqual(await refuses(town, town.mayor, circuit, nothing), err({ code: 'no_reason' }))
    const long = 'x'.repeat(2001)
    assert.deepEqual(await refuses(town, town.mayor, circuit, long), err({ code: 'long_reason' }))
    assert.deepEqual(await refuses(town, town.secretary, circuit), err({ code: 'not_yours' }))
    assert.equal(await countOf(town.id, 'signature_refusals'), 0)
  })

  test('is believed at length: what they wrote is kept to its last letter', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const reason = 'ñ'.repeat(2000)
    assert.isTrue((await refuses(town, town.mayor, circuit, ` ${reason} `)).ok)
    assert.equal((await circuitOf(town, circuit)).refusal!.reason, reason)
  })

  test('refuses once, also when pressing twice at once, and nothing that has ended', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const both = await Promise.all([refuses(town, town.mayor, circuit), refuses(town, town.mayor, circuit)])
    assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true])
    assert.deepEqual(await refuses(town, town.mayor, circuit), err({ code: 'ended', state: 'refused' }))
    assert.equal(await countOf(town.id, 'signature_refusals'), 1)
  })

  test('in another town finds nothing', async ({ assert }) => {
    const [town, other] = [await signingTown(), await signingTown()]
    const { request } = await requestIn(town)
    const refused = await new RefuseSignature().execute({
      municipalityId: other.id,
      officerId: other.mayor.id,
      requestId: request.id,
      read: request.sha256,
      reason: 'x',
      at: ASKED,
      moved: true,
    })
    assert.deepEqual(refused, err({ code: 'not_found' }))
  })
})
