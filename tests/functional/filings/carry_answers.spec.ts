import { test } from '@japa/runner'
import { carryAnswers } from '#filings/actions/carry_answers'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { plant } from '#tests/catalogue/small_procedure'
import { FILED, REQUIRE, answerTask, openCase, openTask } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { carriedOut, publishNext, writtenPlan } from '#tests/support/versions'
import { settle, workUntil } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

const LATER = new Date('2026-03-20T10:00:00Z')

/** A case in which somebody has begun to answer a requirement. */
async function answering() {
  const open = await openCase()
  await answerTask(open, 'review', REQUIRE)
  await settle(open.town.id, FILED)
  await workUntil(open.town.id, LATER, FILED)
  const task = (await openTask(open, 'correction'))!
  const { slug, digest } = open.office.procedure
  await new StartDraftInCase().execute({
    ...{ municipalityId: open.town.id, personId: open.town.person.id, slug, digest, language: 'es' as const },
    ...{
      kind: 'correction' as const,
      caseId: open.caseId,
      taskId: task.id,
      answers: { answer: 'Calle 12' },
      at: LATER,
    },
  })
  return open
}

const draftOf = async (townId: string) =>
  (
    await rowsOf<{ digest: string; answers: object; again: string[] }>(
      townId,
      `SELECT digest, answers, asked_again AS again FROM drafts WHERE municipality_id = $1 AND kind = 'correction'`
    )
  )[0]

test.group('An answer that somebody is giving while its case goes on by another version', () => {
  test('goes on with what was written, and is gone through again where it is asked anew', async ({
    assert,
  }) => {
    const open = await answering()
    const to = await publishNext(open.office.procedure, (files) => {
      for (const language of ['es', 'ca', 'en'])
        plant(files, `texts/${language}.json`, '/forms/correction/fields/answer/label', 'Say it anew')
    })
    const plan = await writtenPlan(open, to)
    await carriedOut(open, plan, { at: LATER })
    const pages = to.forms['correction']!.pages.map(({ id }) => id)
    assert.deepEqual(await draftOf(open.town.id), {
      digest: to.digest,
      answers: { answer: 'Calle 12' },
      again: pages,
    })
    await carriedOut(open, plan, { direction: 'back', at: LATER })
    assert.equal((await draftOf(open.town.id))?.digest, open.office.procedure.digest)
  })

  test('stays as it is where nothing of it is asked anew, but for its version', async ({ assert }) => {
    const open = await answering()
    const to = await publishNext(open.office.procedure)
    await inTown(open.town.id, (trx) => carryAnswers(trx, { caseId: open.caseId, to, asked: [] }))
    assert.deepEqual(await draftOf(open.town.id), {
      digest: to.digest,
      answers: { answer: 'Calle 12' },
      again: [],
    })
  })

  test('is one of its own case and town', async ({ assert }) => {
    const [open, other] = [await answering(), await openCase()]
    const to = await publishNext(open.office.procedure)
    await inTown(other.town.id, (trx) => carryAnswers(trx, { caseId: open.caseId, to, asked: [] }))
    assert.equal((await draftOf(open.town.id))?.digest, open.office.procedure.digest)
  })
})
