import { test } from '@japa/runner'
import { sha256Hex } from '#core/digest'
import { err, ok } from '#core/result'
import { contentOf } from '#documents/queries/content_of'
import { documentByCode } from '#documents/queries/documents'
import { sheetOf } from '#documents/queries/sheet_of'
import { checkSignatures } from '#documents/seal/check_seal'
import { SignDocument } from '#signatures/actions/sign_document'
import type { Signer } from '#signatures/contract'
import { DemoSigner } from '#signatures/drivers/demo_signer'
import { bytesSoFar } from '#signatures/queries/circuits'
import { uuidv7 } from '#core/ids'
import { auditRows } from '#tests/support/audit_rows'
import { addOfficer, plainTown } from '#tests/support/town'
import { heardLog } from '#tests/support/heard_log'
import { broken } from '#tests/support/signer_faults'
import { ASKED, allSign, circuitOf, refuses, requestIn, signingTown, signs } from '#tests/support/signatures'
import { countOf, rowsOf } from '#tests/support/rows'

const failed = (fault: string) => err({ code: 'failed', fault })

test.group('Whoever signs a document', () => {
  test('signs the bytes that the one before left; after the last it is sealed, in its case and verifiable', async ({
    assert,
  }) => {
    const town = await signingTown()
    const { request, signatures } = await allSign(town, await requestIn(town))
    const [first, second] = signatures
    assert.deepEqual([first!.base, second!.base], [request.sha256, first!.sha256])
    assert.deepInclude(first, { name: 'Remei Andrés Gisbert', position: 'Alcaldesa', signer: 'demo' })
    const document = (await documentByCode(town.id, request.code))!
    assert.deepInclude(document, {
      id: request.documentId,
      caseId: request.caseId,
      kind: 'resolution',
      hasPage: true,
    })
    const bytes = (await contentOf(town.id, document)).body as Buffer
    assert.equal(document.sha256, sha256Hex(bytes))
    const found = checkSignatures(bytes)
    assert.deepEqual(
      found.map(({ intact }) => intact),
      [true, true, true]
    )
    assert.isTrue(found.at(-1)!.whole)
    const soFar = await bytesSoFar(town.id, request.id)
    assert.isTrue(bytes.subarray(0, soFar.length).equals(soFar))
    const page = JSON.stringify(await sheetOf(town.id, document))
    for (const said of [
      'Remei Andrés Gisbert',
      'Secretario',
      'Firmado electrónicamente el 2 de marzo de 2026',
    ])
      assert.include(page, said)
  })

  test('leaves a row for each signature, one for the document and one for the end', async ({ assert }) => {
    const town = await signingTown()
    const { request, signatures } = await allSign(town, await requestIn(town))
    const given = await auditRows(town.id, 'signatures.given')
    assert.deepEqual(
      given.map(({ actor, detail }) => [actor, detail.signature]),
      signatures.map(({ officerId, id }) => [officerId, id])
    )
    const [issued] = await auditRows(town.id, 'documents.issued')
    assert.equal(issued!.subject, request.documentId)
    const [ended] = await auditRows(town.id, 'signatures.signed')
    assert.deepEqual(ended!.detail, { endedAt: ASKED.toISOString(), document: request.documentId })
  })

  test('holds the office whose turn it is: nobody signs for another, before their turn, or in another town', async ({
    assert,
  }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const council = await addOfficer(town.id, {
      roles: ['resolver', 'case_handler', 'admin'],
      holds: ['council'],
    })
    for (const officer of [town.secretary, council])
      assert.deepEqual(await signs(town, officer, circuit), err({ code: 'not_yours' }))
    const other = await signingTown()
    const abroad = new SignDocument().execute({
      municipalityId: other.id,
      officerId: other.mayor.id,
      requestId: circuit.request.id,
      read: circuit.request.sha256,
      at: ASKED,
      moved: true,
    })
    assert.deepEqual(await abroad, err({ code: 'not_found' }))
    assert.deepEqual(await signs(town, { ...other.mayor }, circuit), err({ code: 'not_found' }))
    assert.equal(await countOf(town.id, 'signatures'), 0)
  })

  test('signs what they have read: after another’s signature it is no longer that', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const read = circuit.request.sha256
    assert.isTrue((await signs(town, town.mayor, circuit)).ok)
    assert.deepEqual(await signs(town, town.secretary, circuit, ASKED, { read }), err({ code: 'moved_on' }))
    assert.deepEqual(await signs(town, town.mayor, circuit, ASKED, { read }), err({ code: 'moved_on' }))
    assert.isTrue((await signs(town, town.secretary, circuit)).ok)
  })

  test('does not sign what has ended', async ({ assert }) => {
    const town = await signingTown()
    const signed = await allSign(town, await requestIn(town))
    assert.deepEqual(await signs(town, town.mayor, signed), err({ code: 'ended', state: 'signed' }))
    const refused = await requestIn(town)
    await refuses(town, town.mayor, refused)
    assert.deepEqual(await signs(town, town.mayor, refused), err({ code: 'ended', state: 'refused' }))
    const left = await requestIn(town)
    await rowsOf(town.id, `DELETE FROM subscriptions WHERE municipality_id = $1 AND correlation = $2`, [
      left.request.id,
    ])
    assert.deepEqual(await signs(town, town.mayor, left), err({ code: 'ended', state: 'withdrawn' }))
    assert.equal(await countOf(town.id, 'signatures'), 2)
  })

  test('may have drafted it, unless their town wants another to sign', async ({ assert }) => {
    const town = await signingTown()
    assert.isTrue((await signs(town, town.mayor, await requestIn(town, { draftedBy: town.mayor.id }))).ok)
    const { settings } = plainTown('x', 'Vila de Prova')
    const strict = await signingTown({ settings: { ...settings, signatures: { byDrafter: 'refused' } } })
    const own = await requestIn(strict, { draftedBy: strict.mayor.id })
    assert.deepEqual(await signs(strict, strict.mayor, own), err({ code: 'drafter' }))
    assert.isTrue((await signs(strict, strict.mayor, await requestIn(strict, { draftedBy: uuidv7() }))).ok)
  })
})

test.group('A signer that fails', () => {
  test('tells the officer why; nothing is lost, and it can be signed later', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const demo = new DemoSigner()
    const cases: [Signer, string][] = [
      [broken(async () => Promise.reject(new Error('a bug'))), 'broken'],
      [broken(async () => err('unreachable')), 'unreachable'],
      [broken(async () => err('declined')), 'declined'],
      [broken(async () => err('no_certificate')), 'no_certificate'],
      [broken(async (_, { bytes }) => ok(bytes)), 'not_signed'],
      [broken(async () => ok(Buffer.from('%PDF-1.7'))), 'altered'],
      [
        broken(async (place, order) => {
          const signed = await demo.sign(place, order)
          return signed.ok ? ok(Buffer.concat([signed.value, Buffer.from('%more')])) : signed
        }),
        'altered',
      ],
      [broken((place, order) => demo.sign(place, { ...order, field: 1 })), 'not_signed'],
      [
        broken((place, order) =>
          demo.sign(place, {
            ...order,
            officer: { ...order.officer, id: uuidv7(), name: 'Una Altra Persona' },
          })
        ),
        'not_theirs',
      ],
    ]
    for (const [signer, fault] of cases)
      assert.deepEqual(await signs(town, town.mayor, circuit, ASKED, { signer }), failed(fault), fault)
    assert.deepEqual(
      (await auditRows(town.id, 'signatures.failed')).map(({ detail }) => detail.fault),
      cases.map(([, fault]) => fault)
    )
    assert.equal((await circuitOf(town, circuit)).request.state, 'open')
    assert.isTrue((await signs(town, town.mayor, circuit)).ok)
  })

  test('by a fault of its own is written in the log, without what people said', async ({
    assert,
    cleanup,
  }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const lines = heardLog({ cleanup }, 'error')
    const fault = new TypeError('x is not a function')
    await signs(town, town.mayor, circuit, ASKED, { signer: broken(() => Promise.reject(fault)) })
    assert.deepEqual(lines, [
      [{ err: fault, signer: 'broken', request: circuit.request.id }, 'a signer failed'],
    ])
    lines.length = 0
    await signs(town, town.mayor, circuit, ASKED, { signer: broken(async () => err('unreachable')) })
    assert.deepEqual(lines, [])
  })

  test('with a certificate that has run out is not believed', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const demo = new DemoSigner()
    const old = new Date('2015-03-02T09:00:00Z')
    const signer = broken((place, order) => demo.sign(place, { ...order, signedAt: old }))
    assert.deepEqual(await signs(town, town.mayor, circuit, ASKED, { signer }), failed('not_valid_then'))
  })

  test('is not there at all in a town that is no demo', async ({ assert }) => {
    const town = await signingTown({ demo: false })
    const circuit = await requestIn(town)
    assert.deepEqual(await signs(town, town.mayor, circuit), err({ code: 'no_signer' }))
    assert.equal((await circuitOf(town, circuit)).request.state, 'open')
  })
})

test.group('Several at once', () => {
  test('a double click signs once', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const read = circuit.request.sha256
    const clicks = await Promise.all(
      Array.from({ length: 4 }, () => signs(town, town.mayor, circuit, ASKED, { read }))
    )
    assert.deepEqual(clicks.map(({ ok: good }) => good).sort(), [false, false, false, true])
    for (const click of clicks) if (!click.ok) assert.equal(click.error.code, 'moved_on')
    assert.equal(await countOf(town.id, 'signatures'), 1)
  })

  test('of two who hold the same office one signs; the last signature issues one document', async ({
    assert,
  }) => {
    const town = await signingTown()
    const deputy = await addOfficer(town.id, { roles: ['secretary'], name: 'Una Altra' })
    const circuit = await requestIn(town)
    await signs(town, town.mayor, circuit)
    const both = await Promise.all([town.secretary, deputy].map((officer) => signs(town, officer, circuit)))
    assert.lengthOf(
      both.filter(({ ok: good }) => good),
      1
    )
    assert.equal(await countOf(town.id, 'documents'), 1)
    assert.equal((await circuitOf(town, circuit)).signatures.length, 2)
  })

  test('one who signs and one who refuses: one of them is too late', async ({ assert }) => {
    const town = await signingTown()
    const deputy = await addOfficer(town.id, { roles: ['resolver'], holds: ['mayor'], name: 'Una Altra' })
    const circuit = await requestIn(town)
    const [signed, refused] = await Promise.all([
      signs(town, town.mayor, circuit),
      refuses(town, deputy, circuit),
    ])
    assert.notEqual(signed.ok, refused.ok)
    const found = await circuitOf(town, circuit)
    assert.deepEqual([found.signatures.length, found.refusal !== null], signed.ok ? [1, false] : [0, true])
  })
})
