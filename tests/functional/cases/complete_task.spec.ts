import { test } from '@japa/runner'
import { digestOf } from '#core/digest'
import { CompleteTask } from '#cases/actions/complete_task'
import { documentsAhead } from '#cases/queries/documents_ahead'
import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { citizenFrom } from '#tests/support/filing'
import {
  FILED,
  GRANT,
  PROCEED,
  answerTask,
  decidedOnPaper,
  officerOf,
  openCase,
  openTask,
  pageOf,
  takeLetterBack,
  type OpenCase,
} from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

const given = async (open: OpenCase) => ({
  municipalityId: open.town.id,
  taskId: (await openTask(open, 'review'))!.id,
  actor: officerOf(open.town),
  roles: ['case_handler'],
  answers: PROCEED,
  at: FILED,
  moved: true,
})

test.group('A task', () => {
  test('done moves its case on, and leaves a row of who did it', async ({ assert }) => {
    const open = await openCase()
    const task = await given(open)
    const done = await new CompleteTask().execute(task)
    assert.deepInclude(done.ok && done.value, { caseId: open.caseId, element: 'review', answers: PROCEED })
    assert.isDefined(await openTask(open, 'resolve'))
    assert.deepEqual(await auditRows(open.town.id, 'cases.task_completed'), [
      {
        actor: open.town.officer.id,
        subject: open.caseId,
        detail: { element: 'review', task: task.taskId, answers: digestOf(PROCEED) },
      },
    ])
  })

  test('done by two at once is done once: the other is told by whom and when', async ({ assert }) => {
    const open = await openCase()
    const task = await given(open)
    const both = await Promise.all([new CompleteTask().execute(task), new CompleteTask().execute(task)])
    assert.lengthOf(
      both.filter(({ ok }) => ok),
      1
    )
    assert.deepEqual(
      both.find(({ ok }) => !ok),
      {
        ok: false,
        error: { code: 'already_done', closedBy: `officer/${open.town.officer.id}`, closedAt: FILED },
      }
    )
    assert.lengthOf(
      (await pageOf(open)).tasks.filter(({ element }) => element === 'resolve'),
      1
    )
    assert.lengthOf(await auditRows(open.town.id, 'cases.task_completed'), 1)
  })

  test('is answered by its own role only, and by what its form accepts', async ({ assert }) => {
    const open = await openCase()
    const foreign = await answerTask(open, 'review', PROCEED, { roles: ['resolver'] })
    assert.deepEqual(foreign, { ok: false, error: { code: 'not_yours', role: 'case_handler' } })
    const empty = await answerTask(open, 'review', {})
    assert.isTrue(
      !empty.ok &&
        empty.error.code === 'invalid' &&
        empty.error.issues.some(({ name }) => name === 'decision')
    )
    assert.lengthOf(await auditRows(open.town.id, 'cases.task_completed'), 0)
    const hidden = await answerTask(open, 'review', { ...PROCEED, hack: 'x' })
    assert.isTrue(hidden.ok)
    assert.isFalse(hidden.ok && 'hack' in hidden.value.answers)
  })

  test('that is not there, or another town’s, is not found', async ({ assert }) => {
    const open = await openCase()
    const task = await given(open)
    const other = await testTown()
    for (const asked of [
      { ...task, taskId: uuidv7() },
      { ...task, municipalityId: other.id, actor: officerOf(other) },
    ])
      assert.deepEqual(await new CompleteTask().execute(asked), { ok: false, error: { code: 'not_found' } })
    assert.isDefined(await openTask(open, 'review'))
  })
})

const DISMISS = { decision: 'dismissed', ruling: 'No reparar.', reasons: 'No hay crédito.' }
const CERTIFY = { effect: 'approves', grounds: 'Artículo 24.1 de la Ley 39/2015.' }

/** The task to resolve has been open since before the term ended; the silence came meanwhile. */
async function silentCase(certified: Record<string, string> | null): Promise<OpenCase> {
  const open = await openCase()
  await answerTask(open, 'review', PROCEED)
  await workUntil(open.town.id, new Date('2026-06-03T10:00:00Z'))
  if (certified) await answerTask(open, 'certify_silence', certified)
  return open
}

const refusedAt = async (open: OpenCase, answers: Record<string, string>) => {
  const done = await answerTask(open, 'resolve', answers)
  return done.ok || done.error.code !== 'invalid' ? null : done.error.issues.map(({ params }) => params)
}

test.group('A resolution after the term (Law 39/2015, art. 24.3)', () => {
  for (const decision of ['dismissed', 'inadmissible', 'partly_granted'])
    test(`can't be ${decision} where silence has granted`, async ({ assert }) => {
      const open = await silentCase(CERTIFY)
      assert.deepEqual(await refusedAt(open, { ...DISMISS, decision }), [{ rule: 'silence_confirmed' }])
      assert.isDefined(await openTask(open, 'resolve'), 'the task stays open')
    })

  test('can confirm it', async ({ assert }) => {
    const open = await silentCase(CERTIFY)
    assert.isTrue((await answerTask(open, 'resolve', { ...DISMISS, decision: 'granted' })).ok)
  })

  test('is bound by nothing where silence has dismissed', async ({ assert }) => {
    const open = await silentCase({ ...CERTIFY, effect: 'dismisses' })
    assert.isTrue((await answerTask(open, 'resolve', DISMISS)).ok)
  })

  test('that dismisses waits until it is certified what the silence means', async ({ assert }) => {
    const open = await silentCase(null)
    assert.deepEqual(await refusedAt(open, DISMISS), [{ rule: 'silence_certified' }])
  })

  test('is not shown as about to be sealed where it would be refused', async ({ assert }) => {
    const open = await silentCase(CERTIFY)
    const { caseFile } = await pageOf(open)
    const { procedure, town } = open.office
    const task = (await openTask(open, 'resolve'))!
    const intended = { town, caseFile, procedure, task, at: FILED }
    assert.isFalse((await documentsAhead({ ...intended, answers: DISMISS })).ok)
    const [sheet] = unwrap(
      await documentsAhead({ ...intended, answers: { ...DISMISS, decision: 'granted' } })
    )
    assert.include(
      JSON.stringify(sheet),
      'la solicitud se entiende estimada desde el 3 de junio de 2026, y esta resolución solo puede confirmarlo'
    )
  })
})

/** Who decides begins with what was proposed, and keeps to it or writes what is decided. */
test.group('A resolution', () => {
  const PROPOSED = { ...PROCEED, proposedDecision: 'dismissed', proposal: 'Desestimar la solicitud.' }

  test('begins with the decision that was proposed, and with its words', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', PROPOSED)
    const { initialAnswers } = (await openTask(open, 'resolve'))!
    assert.deepEqual(initialAnswers, { decision: 'dismissed', ruling: 'Desestimar la solicitud.' })
  })

  test('begins with nothing where no decision was proposed', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', PROCEED)
    const { initialAnswers } = (await openTask(open, 'resolve'))!
    assert.deepEqual(initialAnswers, { decision: null, ruling: null })
  })

  test('can’t grant in the words that proposed to dismiss', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', PROPOSED)
    const done = await answerTask(open, 'resolve', { ...GRANT, ruling: 'Desestimar la solicitud.' })
    assert.deepEqual(!done.ok && done.error.code === 'invalid' && done.error.issues.map(({ name }) => name), [
      'ruling',
    ])
    assert.isTrue((await answerTask(open, 'resolve', GRANT)).ok)
  })
})

test.group('A withdrawal and a resolution (Law 39/2015, arts. 84.1 and 94)', () => {
  const withdraw = ({ office, town, caseId }: OpenCase) =>
    new WithdrawCase().execute({
      town: office.town,
      citizen: citizenFrom(town.person),
      caseId,
      reason: '',
      at: FILED,
      moved: true,
    })

  test('are never two: nothing is decided before a withdrawal is answered', async ({ assert }) => {
    const open = await openCase()
    unwrap(await withdraw(open))
    await answerTask(open, 'review', PROCEED)
    const done = await answerTask(open, 'resolve', GRANT)
    assert.isTrue(!done.ok && done.error.code === 'invalid')
  })

  test('are never two: one that met the resolution on its way is answered once its letter is taken back', async ({
    assert,
  }) => {
    const open = await decidedOnPaper(withdraw)
    const answer = { decision: 'conclude' }
    const refused = await answerTask(open, 'accept_withdrawal', answer)
    assert.equal(!refused.ok && refused.error.code, 'decided')
    assert.isDefined(await openTask(open, 'accept_withdrawal'))
    await takeLetterBack(open)
    assert.isTrue((await answerTask(open, 'accept_withdrawal', answer)).ok)
    await settle(open.town.id, FILED)
    const { summary } = await pageOf(open)
    assert.deepInclude(summary, { state: 'closed', outcome: 'withdrawn' })
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })
})
