import { test } from '@japa/runner'
import { AnswerRequirement } from '#filings/actions/answer_requirement'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import { auditRows } from '#tests/support/audit_rows'
import { citizenFrom } from '#tests/support/filing'
import { FILED, openCase, openTask, pageOf } from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { requiredCase, type RequiredCase } from '#tests/support/required_case'
import { addPerson } from '#tests/support/town'
import { uploaded } from '#tests/support/uploaded'
import { settle } from '#tests/support/worker'

async function answer({ office, town, caseId, taskId }: RequiredCase) {
  const whose = { municipalityId: town.id, personId: town.person.id }
  const { slug, digest } = office.procedure
  const draftId = (await new StartDraftInCase().execute({
    ...whose,
    slug,
    digest,
    language: 'es',
    kind: 'correction',
    caseId,
    taskId,
    at: FILED,
  }))!
  const file = await uploaded({ ...whose, draftId })
  return {
    town: office.town,
    citizen: citizenFrom(town.person),
    draftId,
    version: 1,
    caseId,
    taskId,
    answers: { answer: 'Es el número 12.', attachments: [file.id] },
    uploads: [file],
    at: FILED,
    moved: true,
  }
}

test.group('An answer to a requirement (Law 39/2015, art. 68)', () => {
  test('is an entry with its receipt, and the case and its term go on', async ({ assert }) => {
    const open = await requiredCase()
    assert.isNotNull((await pageOf(open)).summary.suspendedOn)
    const given = await answer(open)
    assert.deepEqual(await new AnswerRequirement().execute(given), {
      ok: true,
      value: { filingId: given.draftId },
    })
    await settle(open.town.id, FILED)
    const page = await pageOf(open)
    assert.isNull(page.summary.suspendedOn)
    assert.isDefined(await openTask(open, 'review'))
    const filed = (await filingsOfCase(open.town.id, open.caseId)).at(-1)
    assert.deepInclude(filed!, { kind: 'correction', answers: given.answers })
    for (const action of ['filings.correction', 'cases.task_completed'])
      assert.equal((await auditRows(open.town.id, action)).at(-1)?.actor, open.town.person.id)
  })

  test('that its form refuses registers nothing, and can be given again', async ({ assert }) => {
    const open = await requiredCase()
    const given = await answer(open)
    const before = await countOf(open.town.id, 'register_entries')
    const refused = await new AnswerRequirement().execute({ ...given, answers: {} })
    assert.equal(!refused.ok && typeof refused.error === 'object' && refused.error.code, 'invalid')
    assert.equal(await countOf(open.town.id, 'register_entries'), before)
    assert.isTrue((await new AnswerRequirement().execute(given)).ok)
  })

  test('belongs to whom it was asked of: to nobody else, and in no other town', async ({ assert }) => {
    const [open, other] = [await requiredCase(), await openCase()]
    const given = await answer(open)
    const neighbour = await addPerson(open.town.id)
    for (const foreign of [
      { ...given, citizen: citizenFrom(neighbour) },
      { ...given, town: other.office.town },
    ])
      assert.deepEqual(await new AnswerRequirement().execute(foreign), { ok: false, error: 'not_found' })
    assert.isDefined(await openTask(open, 'correction'))
  })

  test('answers a task of the citizen, not one of the office', async ({ assert }) => {
    const open = await openCase()
    const review = (await openTask(open, 'review'))!
    const given = await answer({ ...open, taskId: review.id })
    assert.deepEqual(await new AnswerRequirement().execute(given), {
      ok: false,
      error: { code: 'not_yours', role: 'case_handler' },
    })
    assert.equal(await countOf(open.town.id, 'register_entries'), 1)
  })
})
