import { test } from '@japa/runner'
import { casePage } from '#cases/queries/case_page'
import type { Scenario } from '#catalogue/types'
import { SaveAnswers } from '#filings/actions/save_answers'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import { CitizenVisitor } from '#tests/support/citizen_visitor'
import { demoOffice } from '#tests/support/faults/office'
import type { OpenOffice } from '#tests/support/filing'
import { Stage } from '#tests/support/scenario'
import { verifyTown } from '#start/verify'

const isCorrection = (step: object) => 'task' in step && 'by' in step && step.by === 'citizen'

/** A case that waits for the correction of its golden case, and its person, signed in. */
async function waitingForCorrection() {
  const office = await demoOffice()
  const scenario = Object.values(office.procedure.scenarios).find(({ steps }) => steps.some(isCorrection))!
  const at = scenario.steps.findIndex(isCorrection)
  // Today, so that the term to correct it is not over.
  const steps = scenario.steps.slice(0, at).filter((step) => !('advance' in step))
  const before: Scenario = { ...scenario, at: new Date().toISOString(), steps }
  const { caseId } = await new Stage(office, office.procedure, before).play()
  const citizen = await new CitizenVisitor(office.test.host).signIn()
  return { office, caseId, citizen, answers: (scenario.steps[at] as any).with }
}

const filedAs = async ({ town }: OpenOffice, caseId: string, wanted: string) =>
  (await filingsOfCase(town.id, caseId)).filter(({ kind }) => kind === wanted)

test.group('Whoever never got the answer and sends again', () => {
  test('a correction is answered the same, and it is filed once', async ({ assert }) => {
    const { office, caseId, citizen, answers } = await waitingForCorrection()
    const { town, test: at, procedure } = office
    const page = await casePage(town.id, caseId, new Date())
    const task = page!.tasks.find(({ role, state }) => role === 'citizen' && state === 'open')!
    const common = { municipalityId: town.id, personId: at.person.id, at: new Date() }
    const { slug, digest } = procedure
    const draft = { slug, digest, language: 'es', kind: 'correction', caseId, taskId: task.id } as const
    const draftId = (await new StartDraftInCase().execute({ ...common, ...draft }))!
    await new SaveAnswers().execute({
      ...common,
      draftId,
      version: 1,
      answers: { ...answers, attachments: [] },
    })

    const post = () => citizen.submit(`/filings/${draftId}/submission`, { _version: '2' })
    const [first, again] = [await post(), await post()]
    assert.deepEqual([first.status, first.headers.location], [303, `/filings/${draftId}/receipt`])
    assert.deepEqual([again.status, again.headers.location], [303, `/filings/${draftId}/receipt`])
    assert.isTrue(first.bytes.equals(again.bytes))
    const another = await citizen.submit(`/filings/${draftId}/submission`, { _version: '1' })
    assert.equal(another.status, 409)
    assert.lengthOf(await filedAs(office, caseId, 'correction'), 1)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('a withdrawal is answered the same, and it is filed once', async ({ assert }) => {
    const { office, caseId, citizen } = await waitingForCorrection()
    const post = () => citizen.submit(`/folder/cases/${caseId}/withdrawal`, { reason: 'It was mended.' })
    const [first, again] = [await post(), await post()]
    assert.equal(first.status, 303)
    assert.match(first.headers.location!, /^\/filings\/.*\/receipt$/)
    assert.deepEqual([again.status, again.headers.location], [303, first.headers.location])
    assert.lengthOf(await filedAs(office, caseId, 'withdrawal'), 1)
  })

  test('further documents is answered the same, and they are filed once', async ({ assert }) => {
    const { office, caseId, citizen } = await waitingForCorrection()
    const here = `/folder/cases/${caseId}/documents`
    const draft = async () => /name="_draft" value="([^"]+)"/.exec((await citizen.get(here)).body)![1]!
    const _draft = await draft()
    const form = await citizen.formAt(here, `${here}/files`)
    const plan = { filename: 'plan.pdf', type: 'application/pdf', content: '%PDF-1.7\n%%EOF\n' }
    assert.equal((await citizen.send(form, {}, [['file', plan]])).status, 303)
    const post = () => citizen.submit(here, { _draft, explanation: 'The plan' })
    const [first, again] = [await post(), await post()]
    assert.deepEqual([first.status, first.headers.location], [303, `/filings/${_draft}/receipt`])
    assert.deepEqual([again.status, again.headers.location], [303, `/filings/${_draft}/receipt`])
    assert.lengthOf(await filedAs(office, caseId, 'addition'), 1)
    assert.notEqual(await draft(), _draft)
  })

  test('further documents, by a button that was pressed twice, is answered the same both times', async ({
    assert,
  }) => {
    const { office, caseId, citizen } = await waitingForCorrection()
    const here = `/folder/cases/${caseId}/documents`
    const form = await citizen.formAt(here, `${here}/files`)
    const plan = { filename: 'plan.pdf', type: 'application/pdf', content: '%PDF-1.7\n%%EOF\n' }
    await citizen.send(form, {}, [['file', plan]])
    const last = await citizen.formAt(here, here)
    const answers = await Promise.all([1, 2, 3].map(() => citizen.send(last)))
    const receipt = `/filings/${new Map(last.fields).get('_draft')}/receipt`
    for (const { status, headers } of answers) assert.deepEqual([status, headers.location], [303, receipt])
    assert.lengthOf(await filedAs(office, caseId, 'addition'), 1)
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })
})
