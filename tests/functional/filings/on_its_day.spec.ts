import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { effectiveFiling } from '#deadlines/index'
import { AddDocuments } from '#filings/actions/add_documents'
import { AnswerRequirement } from '#filings/actions/answer_requirement'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { registrar } from '#filings/registrar/registrar'
import { verifyTown } from '#start/verify'
import { calendarOf } from '#tenancy/queries/calendar'
import { citizenFrom, openOffice, readyDraft, type OpenOffice } from '#tests/support/filing'
import { plannedMember } from '#tests/support/member'
import { fileAt } from '#tests/support/moved_filing'
import { goodAnswers } from '#tests/support/filing'
import { FILED, openCase, type OpenCase } from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'
import { rowsOf } from '#tests/support/rows'
import { uploaded } from '#tests/support/uploaded'

const yesterday = () => new Date(Date.now() - 86_400_000)
const today = async ({ town }: OpenOffice) =>
  effectiveFiling(new Date().toISOString(), await calendarOf(town.id))

/** The day of each thing that a filing writes, by the town's clock. */
async function daysOf(townId: string, filingId: string): Promise<string[]> {
  const [days] = await rowsOf<Record<string, string>>(
    townId,
    `SELECT (f.filed_at AT TIME ZONE 'Europe/Madrid')::date::text AS filed,
            (e.recorded_at AT TIME ZONE 'Europe/Madrid')::date::text AS recorded,
            (SELECT max(d.created_at AT TIME ZONE 'Europe/Madrid')::date::text FROM documents d
             WHERE d.municipality_id = $1 AND d.filing_id = f.id) AS documents
     FROM filings f JOIN register_entries e ON e.municipality_id = $1 AND e.id = f.entry_id
     WHERE f.municipality_id = $1 AND f.id = $2`,
    [filingId]
  )
  return Object.values(days ?? {})
}

async function drafted({ office, town, caseId }: OpenCase, task: string | null) {
  const whose = { municipalityId: town.id, personId: town.person.id }
  const { slug, digest } = office.procedure
  const draftId = (await new StartDraftInCase().execute({
    ...whose,
    slug,
    digest,
    language: 'es',
    kind: task ? 'correction' : 'addition',
    caseId,
    taskId: task,
    at: FILED,
  }))!
  return { draftId, uploads: [await uploaded({ ...whose, draftId })] }
}

test.group('A filing that was planned before midnight and is registered after it', () => {
  test('is planned again: filing, entry, case and documents are of the new day', async ({ assert }) => {
    const office = await openOffice()
    const { town, test: given } = office
    const submission = { town, citizen: citizenFrom(given.person), ...(await readyDraft(office)) }
    const { filingId } = unwrap(await new SubmitFiling().execute({ ...submission, at: yesterday() }))
    const { recordedDate, effectiveDate } = await today(office)
    assert.deepEqual(await daysOf(town.id, filingId), Array(3).fill(recordedDate))
    assert.deepEqual(
      await rowsOf(
        town.id,
        `SELECT counts_from::text AS "countsFrom" FROM case_files WHERE municipality_id = $1`
      ),
      [{ countsFrom: effectiveDate }]
    )
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('fails no neighbour of the new day, and is not dragged along by it', async ({ assert }) => {
    const office = await openOffice()
    const [alone, late, fresh] = [
      await plannedMember(office),
      await plannedMember(office, yesterday()),
      await plannedMember(office),
    ]
    const [, old, young] = await Promise.allSettled(
      [alone, fresh, late].map((member) => registrar.submit(office.town.id, member))
    )
    assert.equal(old?.status, 'fulfilled')
    assert.equal(young?.status === 'rejected' && young.reason.code, 'E_DAY_TURNED')
  })

  test('at the end of the year has its number of the new year', async ({ assert }) => {
    const office = await openOffice()
    const { procedure, town } = office
    const answers = goodAnswers(office)
    await fileAt(office, procedure, { answers, at: new Date('2026-12-31T22:00:00Z') })
    const first = await fileAt(office, procedure, { answers, at: new Date('2026-12-31T23:00:01Z') })
    assert.equal(first.entryNumber, '2027-E-RE-000001')
    const { filingId, entryNumber, effectiveDate } = await fileAt(office, procedure, {
      answers,
      at: new Date('2026-12-31T22:59:59Z'),
    })
    assert.equal(entryNumber, '2027-E-RE-000002')
    assert.equal(effectiveDate, '2027-01-04', 'New Year’s Day and a weekend are closed')
    assert.deepEqual(await daysOf(town.id, filingId), Array(3).fill('2027-01-01'))
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is the withdrawal of a case, too', async ({ assert }) => {
    const { office, town, caseId } = await openCase()
    const { filingId } = unwrap(
      await new WithdrawCase().execute({
        town: office.town,
        citizen: citizenFrom(town.person),
        caseId,
        reason: '',
        at: yesterday(),
      })
    )
    assert.deepEqual(await daysOf(town.id, filingId), Array(3).fill((await today(office)).recordedDate))
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is the answer to a requirement, too, and its task is closed on the new day', async ({ assert }) => {
    const open = await requiredCase(yesterday())
    const { office, town, caseId, taskId } = open
    const { draftId, uploads } = await drafted(open, taskId)
    const { filingId } = unwrap(
      await new AnswerRequirement().execute({
        town: office.town,
        citizen: citizenFrom(town.person),
        draftId,
        version: 1,
        caseId,
        taskId,
        answers: { answer: 'Es el número 12.' },
        uploads,
        at: yesterday(),
      })
    )
    const { recordedDate } = await today(office)
    assert.deepEqual(await daysOf(town.id, filingId), Array(3).fill(recordedDate))
    assert.deepEqual(
      await rowsOf(
        town.id,
        `SELECT (closed_at AT TIME ZONE 'Europe/Madrid')::date::text AS day FROM tasks WHERE municipality_id = $1 AND id = $2`,
        [taskId]
      ),
      [{ day: recordedDate }]
    )
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('are the documents that somebody adds to a case, too', async ({ assert }) => {
    const open = await openCase()
    const { office, town, caseId } = open
    const { filingId } = unwrap(
      await new AddDocuments().execute({
        town: office.town,
        citizen: citizenFrom(town.person),
        ...(await drafted(open, null)),
        caseId,
        explanation: '',
        at: yesterday(),
      })
    )
    assert.deepEqual(await daysOf(town.id, filingId), Array(3).fill((await today(office)).recordedDate))
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})
