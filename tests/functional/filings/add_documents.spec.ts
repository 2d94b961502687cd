import { test } from '@japa/runner'
import { documentsOfCase } from '#documents/queries/documents'
import { AddDocuments } from '#filings/actions/add_documents'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { auditRows } from '#tests/support/audit_rows'
import { citizenFrom } from '#tests/support/filing'
import {
  FILED,
  GRANT,
  PROCEED,
  answerTask,
  decidedOnPaper,
  openCase,
  pageOf,
  takeLetterBack,
  type OpenCase,
} from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { addPerson } from '#tests/support/town'
import { uploaded } from '#tests/support/uploaded'
import { settle } from '#tests/support/worker'

async function addition(open: OpenCase) {
  const { office, town, caseId } = open
  const whose = { municipalityId: town.id, personId: town.person.id }
  const { slug, digest } = office.procedure
  const draftId = (await new StartDraftInCase().execute({
    ...whose,
    slug,
    digest,
    language: 'es',
    kind: 'addition',
    caseId,
    taskId: null,
    at: FILED,
  }))!
  const uploads = [await uploaded({ ...whose, draftId, name: 'plano.pdf' })]
  return {
    town: office.town,
    citizen: citizenFrom(town.person),
    draftId,
    caseId,
    explanation: ' El plano que faltaba. ',
    uploads,
    at: FILED,
    moved: true,
  }
}

test.group('Documents that somebody adds to their case (Law 39/2015, arts. 53.1.e and 76)', () => {
  test('are registered, put into the case, and told in its history', async ({ assert }) => {
    const open = await openCase()
    const given = await addition(open)
    const added = await new AddDocuments().execute(given)
    assert.deepEqual(added, { ok: true, value: { filingId: given.draftId } })
    const documents = (await documentsOfCase(open.town.id, open.caseId)).filter(
      ({ filingId }) => filingId === given.draftId
    )
    assert.sameMembers(
      documents.map(({ kind }) => kind),
      ['filing', 'receipt', 'attachment']
    )
    assert.equal(documents.find(({ kind }) => kind === 'attachment')?.name, 'plano.pdf')
    assert.deepEqual(
      (await pageOf(open)).history
        .filter(({ kind }) => kind === 'documents_added')
        .map((line) => [
          line.public,
          line.actorKind,
          line.data['filing'],
          /-E-RE-/.test(String(line.data['number'])),
        ]),
      [[true, 'person', given.draftId, true]]
    )
    assert.lengthOf(await auditRows(open.town.id, 'filings.addition'), 1)
    assert.equal(await countOf(open.town.id, 'drafts'), 0)
  })

  test('are some: nothing is registered where nothing is added', async ({ assert }) => {
    const open = await openCase()
    const given = await addition(open)
    assert.deepEqual(await new AddDocuments().execute({ ...given, uploads: [] }), {
      ok: false,
      error: 'nothing_added',
    })
    assert.equal(await countOf(open.town.id, 'register_entries'), 1)
  })

  test('come in time: a closed case takes none', async ({ assert }) => {
    const open = await openCase()
    const given = await addition(open)
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    await settle(open.town.id, FILED)
    assert.deepEqual(await new AddDocuments().execute(given), { ok: false, error: 'closed' })
    assert.lengthOf(await auditRows(open.town.id, 'filings.addition'), 0)
  })

  test('come in time: a case that is resolved takes none, though its letter still waits (art. 76.1)', async ({
    assert,
  }) => {
    const open = await decidedOnPaper()
    const given = await addition(open)
    assert.deepEqual(await new AddDocuments().execute(given), { ok: false, error: 'decided' })
    await takeLetterBack(open)
    assert.isTrue((await new AddDocuments().execute(given)).ok)
  })

  test('go into one’s own case, in one’s own town', async ({ assert }) => {
    const [open, other] = [await openCase(), await openCase()]
    const given = await addition(open)
    const neighbour = await addPerson(open.town.id)
    for (const foreign of [
      { ...given, citizen: citizenFrom(neighbour) },
      { ...given, town: other.office.town },
    ])
      assert.deepEqual(await new AddDocuments().execute(foreign), { ok: false, error: 'not_found' })
  })
})
