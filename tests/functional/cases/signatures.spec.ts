import { test } from '@japa/runner'
import { casePage } from '#cases/queries/case_page'
import { contentOf } from '#documents/queries/content_of'
import { documentsOfCase } from '#documents/queries/documents'
import { sha256Hex } from '#core/digest'
import { circuitsOfCase } from '#signatures/queries/circuits'
import { verifyTown } from '#start/verify'
import { openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, answerTask } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { adoptSigned } from '#tests/support/signed_procedure'
import { refuses, signs } from '#tests/support/signatures'
import { addOfficer } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

/** A case whose resolution has been drafted and waits for the mayor and the secretary. */
async function drafted({ signers }: { signers?: string } = {}) {
  const office = await openOffice({ demo: true })
  const town = office.test
  const mayor = await addOfficer(town.id, { roles: ['resolver'], holds: ['mayor'], name: 'Remei Andrés' })
  const secretary = await addOfficer(town.id, { roles: ['secretary'], name: 'Ferran Aparisi' })
  const procedure = await adoptSigned(town.id, signers)
  const { caseId } = await fileAt(office, procedure, { answers: { request: 'A terrace' }, at: FILED })
  await settle(town.id, FILED)
  const draft = async () => {
    await answerTask({ town, caseId }, 'review', { decision: 'yes' })
    return (await settle(town.id, FILED)).failures
  }
  const failures = await draft()
  const circuits = () => circuitsOfCase(town.id, caseId)
  const page = async () => (await casePage(town.id, caseId, FILED))!
  const events = async () =>
    (await page()).history.map(({ kind }) => kind).filter((kind) => /sign/.test(kind))
  const violations = async () => (await verifyTown(town.id)).violations
  const openTasks = async () => (await page()).tasks.filter(({ state }) => state === 'open').length
  return { town, mayor, secretary, caseId, failures, draft, circuits, page, events, violations, openTasks }
}

test.group('A case whose resolution people sign', () => {
  test('sends it to the holder of the body and to the secretary, in the language of the case, and waits', async ({
    assert,
  }) => {
    const { town, failures, circuits, page, events, violations, openTasks } = await drafted()
    assert.deepEqual(failures, [])
    const [{ request, steps }] = (await circuits()) as [Awaited<ReturnType<typeof circuits>>[0]]
    assert.deepInclude(request, { state: 'open', documentType: 'TD01', draftedBy: town.officer.id })
    assert.deepEqual(
      steps.map(({ label, reason }) => [label, reason]),
      [
        ['Mayor', 'Dicta la resolución (Ley 40/2015, artículo 43)'],
        ['Secretaría', 'Da fe (Real Decreto 128/2018, artículo 3.2)'],
      ]
    )
    assert.deepEqual([await openTasks(), await events()], [0, ['signature_requested']])
    assert.notInclude(JSON.stringify((await page()).documents), 'resolution')
    assert.notInclude(JSON.stringify(request.facts.sheet), 'Fecha de la resolución')
    assert.deepEqual(await violations(), [])
  })

  test('goes on once all have signed; what leaves has the digest of the sealed bytes', async ({ assert }) => {
    const { town, mayor, secretary, caseId, circuits, page, events, violations } = await drafted()
    const [circuit] = await circuits()
    assert.isTrue((await signs(town, mayor, circuit!, FILED)).ok)
    assert.equal((await page()).summary.state, 'open')
    assert.isTrue((await signs(town, secretary, circuit!, FILED)).ok)
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    assert.deepInclude((await page()).summary, { state: 'closed', outcome: 'done' })
    const [signed] = await circuits()
    const document = (await documentsOfCase(town.id, caseId)).find(({ kind }) => kind === 'resolution')!
    assert.equal(document.id, signed!.request.documentId)
    const [entry] = await rowsOf(
      town.id,
      `SELECT content -> 'documents' -> 0 ->> 'sha256' AS sha256 FROM register_entries WHERE municipality_id = $1 AND book = 'outgoing' AND document_id = $2`,
      [document.id]
    )
    assert.equal(entry.sha256, sha256Hex((await contentOf(town.id, document)).body as Buffer))
    assert.deepEqual(await events(), ['signature_requested', 'document_signed'])
    assert.deepEqual(await violations(), [])
  })

  test('goes back to be drafted again where one refuses, and says why to its process; the next draft is signed', async ({
    assert,
  }) => {
    const { town, mayor, secretary, draft, circuits, page, events, violations, openTasks } = await drafted()
    const [first] = await circuits()
    await signs(town, mayor, first!, FILED)
    assert.isTrue((await refuses(town, secretary, first!, 'Falta el informe', FILED)).ok)
    assert.equal(await openTasks(), 1)
    assert.deepInclude((await page()).caseFile.workflow.variables, {
      signature: 'refused',
      reason: 'Falta el informe',
      refusedBy: 'Ferran Aparisi, Secretaría',
      documentId: null,
    })
    assert.deepEqual(await draft(), [])
    const second = (await circuits()).find(({ request }) => request.state === 'open')
    for (const officer of [mayor, secretary]) await signs(town, officer, second!, FILED)
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    assert.deepInclude((await page()).summary, { state: 'closed', outcome: 'done' })
    assert.sameMembers(await events(), [
      'signature_requested',
      'signature_refused',
      'signature_requested',
      'document_signed',
    ])
    assert.deepEqual(await violations(), [])
  })

  test('that goes on without it takes it from the trays: nobody signs it any more', async ({ assert }) => {
    const { town, mayor, circuits, page, violations } = await drafted()
    const [circuit] = await circuits()
    const late = new Date('2026-04-10T09:00:00Z')
    assert.deepEqual(await workUntil(town.id, late, FILED), [])
    assert.deepInclude((await page()).summary, { state: 'closed', outcome: 'lapsed' })
    assert.equal((await circuits())[0]!.request.state, 'withdrawn')
    assert.isFalse((await signs(town, mayor, circuit!, late)).ok)
    assert.deepEqual(await violations(), [])
  })

  test('that was closed the instant before is signed by nobody, though it is not withdrawn yet', async ({
    assert,
  }) => {
    const { town, mayor, circuits } = await drafted()
    const [circuit] = await circuits()
    await rowsOf(town.id, `DELETE FROM subscriptions WHERE municipality_id = $1`)
    const signed = await signs(town, mayor, circuit!, FILED)
    assert.deepEqual(signed, { ok: false, error: { code: 'ended', state: 'withdrawn' } })
  })

  test('of a town where nobody signs any more as what is asked becomes an incident, and waits', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const town = office.test
    const procedure = await adoptSigned(town.id)
    await rowsOf(town.id, `UPDATE officers SET holds = '{}' WHERE municipality_id = $1`)
    const { caseId } = await fileAt(office, procedure, { answers: { request: 'A terrace' }, at: FILED })
    await answerTask({ town, caseId }, 'review', { decision: 'yes' })
    const { failures } = await settle(town.id, FILED)
    assert.include(failures[0], 'nobody who signs as holder of mayor')
    const page = (await casePage(town.id, caseId, FILED))!
    assert.lengthOf(page.incidents, 1)
  })

  test('may be a technician’s of its unit, as a report is, and nobody’s who handles or decides it', async ({
    assert,
  }) => {
    const { town, circuits, page } = await drafted({ signers: '&quot;unit&quot;' })
    const [circuit] = await circuits()
    assert.deepEqual(
      circuit!.steps.map(({ position, unitId }) => [position, unitId]),
      [['unit', (await page()).caseFile.unitId]]
    )
    const decides = await addOfficer(town.id, {
      roles: ['admin', 'case_handler', 'resolver', 'secretary', 'registrar', 'treasurer'],
      holds: ['mayor'],
      unitIds: [town.unitId],
    })
    const elsewhere = await addOfficer(town.id, { roles: ['technician'], unitIds: [] })
    for (const other of [decides, elsewhere])
      assert.deepEqual(await signs(town, other, circuit!, FILED), {
        ok: false,
        error: { code: 'not_yours' },
      })
    const technician = await addOfficer(town.id, { roles: ['technician'], unitIds: [town.unitId] })
    assert.isTrue((await signs(town, technician, circuit!, FILED)).ok)
    assert.equal((await circuits())[0]!.request.state, 'signed')
  })
})
