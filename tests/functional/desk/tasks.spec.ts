import { test } from '@japa/runner'
import { documentsOfCase } from '#documents/queries/documents'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk, type DeskVisitor } from '#tests/support/desk_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { citizenFrom, goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, decidedOnPaper, openTask } from '#tests/support/open_case'
import { addOfficer, testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import { draw, end, error, escalation, on, start, user } from '../../unit/engine/builder.js'

/** An office with one case whose first task waits, and what its golden case answers to it. */
async function waitingTask() {
  const office = await openOffice()
  const scenario = Object.values(office.procedure.scenarios)[0]!
  const { caseId } = await fileAt(office, office.procedure, { at: new Date(), answers: goodAnswers(office) })
  await settle(office.town.id, new Date())
  const visitor = await atTheDesk(office.test, office.test.officer)
  const { props } = await visitor.get(`/desk/cases/${caseId}`)
  const step = scenario.steps.find((one): one is Extract<typeof one, { task: string }> => 'task' in one)!
  return {
    office,
    caseId,
    visitor,
    taskId: props.tasks[0].id as string,
    answers: step.with as Record<string, string>,
  }
}

const named = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`answers[${name}]`, value]))

/** What the button says that a task's documents may be sealed with. */
const CONFIRMED = { step: 'confirmed' }

const token = async (visitor: DeskVisitor, taskId: string) =>
  (await visitor.get(`/desk/tasks/${taskId}`)).props.csrf as string

test.group('A task', () => {
  test('offers to report what its procedure has an event for, once a form, and the history says why', async ({
    assert,
  }) => {
    const town = await testTown()
    const watched = draw('start -> review -> done\nslow -> hurry -> told\nlost -> lost_end', {
      start: start(),
      review: user('review'),
      slow: on('review', escalation('slow'), { cancelActivity: 'false' }),
      hurry: user('review'),
      lost: on('review', error('lost')),
      done: end('done'),
      told: end(),
      lost_end: end(),
    })
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'watched', watched))
    const visitor = await atTheDesk(town, town.officer)
    const { props: before } = await visitor.get(`/desk/cases/${caseId}`)
    const path = `/desk/tasks/${before.tasks[0].id}`
    const { props } = await visitor.get(path)
    assert.deepEqual(
      props.reports.offered.map(({ value, hint, chosen }: any) => [value, hint, chosen]),
      [
        ['lost', 'The task ends with it.', true],
        ['slow', 'The task stays to be done.', false],
      ]
    )
    const said = { _csrf: props.csrf, report: props.reports.id, heardBy: 'slow' }
    await visitor.submit(`${path}/reports`, { ...said, report_reason: '' })
    const { props: refused } = await visitor.get(path)
    assert.equal(refused.flash.tone, 'danger')
    assert.deepEqual(
      refused.reports.offered.map(({ chosen }: any) => chosen),
      [false, true]
    )
    for (let times = 0; times < 2; times += 1) {
      const done = await visitor.submit(`${path}/reports`, { ...said, report_reason: 'No están los planos' })
      assert.deepEqual([done.status, done.headers.location], [303, path])
    }
    assert.equal((await visitor.get(path)).props.flash.tone, 'success')
    const { props: after } = await visitor.get(`/desk/cases/${caseId}`)
    assert.lengthOf(after.tasks, 2)
    const [line, ...more] = after.history.filter(({ title }: any) => title === 'Report from a task')
    assert.isEmpty(more)
    assert.include(line.details, 'No están los planos')
  })

  test('is answered by a plain form post, and the case moves on', async ({ assert }) => {
    const { office, caseId, visitor, taskId, answers } = await waitingTask()
    const page = await visitor.get(`/desk/tasks/${taskId}`)
    assert.include(page.props.parts[0].html, 'name="answers[')
    const done = await visitor.submit(`/desk/tasks/${taskId}`, {
      _csrf: page.props.csrf,
      ...named(answers),
      ...CONFIRMED,
    })
    assert.deepEqual([done.status, done.headers.location], [303, `/desk/cases/${caseId}`])
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    assert.equal(props.flash.tone, 'success')
    assert.notInclude(
      props.tasks.map(({ id }: any) => id),
      taskId
    )
    assert.equal(props.answers.length, 2)
    assert.lengthOf(await auditRows(office.town.id, 'cases.task_completed'), 1)
  })

  test('says in which language its procedure is dealt with, to who reads another (art. 15)', async ({
    assert,
  }) => {
    const { visitor, taskId } = await waitingTask()
    const told = async (lang: string) =>
      (await visitor.get(`/desk/tasks/${taskId}?lang=${lang}`)).props.otherLanguage
    assert.isNull(await told('es'))
    assert.include(await told('ca'), 'es tramita en castellà')
    assert.include(await told('en'), 'dealt with in Spanish')
  })

  test('shows what is wrong and keeps what was written', async ({ assert }) => {
    const { visitor, taskId, answers } = await waitingTask()
    const [choice] = Object.keys(answers)
    const written = { [`answers[${choice}]`]: answers[choice!]! }
    const csrf = await token(visitor, taskId)
    const again = await visitor.submit(`/desk/tasks/${taskId}`, { _csrf: csrf, ...written })
    assert.equal(again.status, 422)
    assert.isTrue(again.props.failed)
    assert.include(again.props.errorSummary, 'govuk-error-summary')
    assert.match(
      again.props.parts[0].html,
      new RegExp(`value="${answers[choice!]}"[^>]*checked|checked[^>]*value="${answers[choice!]}"`)
    )
    const escaped = await visitor.submit(`/desk/tasks/${taskId}`, {
      _csrf: csrf,
      ...named({ ...answers, [choice!]: '"><script>x</script>' }),
    })
    assert.equal(escaped.status, 422)
    assert.notInclude(escaped.props.parts[0].html, '<script>')
  })

  test('is done once: who comes second is told', async ({ assert }) => {
    const { office, visitor, taskId, answers } = await waitingTask()
    const colleague = await atTheDesk(
      office.test,
      await addOfficer(office.town.id, { roles: ['case_handler'] })
    )
    const csrf = await token(colleague, taskId)
    await visitor.submit(`/desk/tasks/${taskId}`, {
      _csrf: await token(visitor, taskId),
      ...named(answers),
      ...CONFIRMED,
    })
    const late = await colleague.submit(`/desk/tasks/${taskId}`, {
      _csrf: csrf,
      ...named(answers),
      ...CONFIRMED,
    })
    assert.deepEqual([late.status, late.props.refused], [409, 'closed'])
    assert.equal((await colleague.get(`/desk/tasks/${taskId}`)).props.refused, 'closed')
    assert.lengthOf(await auditRows(office.town.id, 'cases.task_completed'), 1)
  })

  test('is seen and not answered by another role', async ({ assert }) => {
    const { office, taskId, answers } = await waitingTask()
    const resolver = await atTheDesk(office.test, await addOfficer(office.town.id, { roles: ['resolver'] }))
    assert.equal((await resolver.get(`/desk/tasks/${taskId}`)).props.refused, 'notYours')
    const answer = await resolver.submit(`/desk/tasks/${taskId}`, {
      _csrf: await token(resolver, taskId),
      ...named(answers),
    })
    assert.equal(answer.status, 403)
    assert.lengthOf(await auditRows(office.town.id, 'cases.task_completed'), 0)
  })

  test('of the resolver begins with what the handler proposed', async ({ assert }) => {
    const { visitor, taskId } = await resolving()
    const { props } = await visitor.get(`/desk/tasks/${taskId}`)
    assert.include(props.parts[0].html, `>${PROPOSAL}</textarea>`)
  })

  test('shows the act that it would seal, and seals nothing before it is confirmed', async ({ assert }) => {
    const { office, caseId, visitor, taskId, fields } = await resolving()
    const read = await visitor.submit(`/desk/tasks/${taskId}`, fields)
    assert.equal(read.status, 200)
    assert.lengthOf(read.props.ahead, 1)
    for (const words of [PROPOSAL, 'La farola no alumbra.']) assert.include(read.props.ahead[0], words)
    assert.include(read.props.parts[0].html, PROPOSAL, 'the answers are still in the form')
    await settle(office.town.id, new Date())
    assert.notInclude(await kinds(office.town.id, caseId), 'resolution')

    const mending = await visitor.submit(`/desk/tasks/${taskId}`, { ...fields, step: 'mend' })
    assert.deepEqual([mending.status, mending.props.ahead], [200, []])
    assert.include(mending.props.parts[0].html, PROPOSAL)

    const done = await visitor.submit(`/desk/tasks/${taskId}`, { ...fields, ...CONFIRMED })
    assert.equal(done.status, 303)
    await settle(office.town.id, new Date())
    assert.include(await kinds(office.town.id, caseId), 'resolution')
  })

  test('with wrong answers is not shown as if it could be sealed', async ({ assert }) => {
    const { visitor, taskId, fields } = await resolving()
    const wrong = await visitor.submit(`/desk/tasks/${taskId}`, { ...fields, 'answers[ruling]': '' })
    assert.equal(wrong.status, 422)
    assert.deepEqual(wrong.props.ahead, [])
  })

  test('of another role shows nothing of what it would seal', async ({ assert }) => {
    const { office, taskId, fields } = await resolving()
    const handler = await atTheDesk(
      office.test,
      await addOfficer(office.town.id, { roles: ['case_handler'] })
    )
    const csrf = await token(handler, taskId)
    const answer = await handler.submit(`/desk/tasks/${taskId}`, { ...fields, _csrf: csrf })
    assert.equal(answer.status, 403)
  })
})

test.group('A withdrawal that met the resolution on its way', () => {
  test('is not answered while that stands: the task says by which number, and what to do', async ({
    assert,
  }) => {
    const { office, town, caseId } = await decidedOnPaper((open) =>
      new WithdrawCase().execute({
        town: open.office.town,
        citizen: citizenFrom(open.town.person),
        caseId: open.caseId,
        reason: '',
        at: FILED,
        moved: true,
      })
    )
    const task = (await openTask({ town, caseId }, 'accept_withdrawal'))!
    const visitor = await atTheDesk(town, town.officer)
    const path = `/desk/tasks/${task.id}`
    const { props } = await visitor.get(path)
    assert.equal(props.refused, 'decided')
    assert.match(props.decided, /-000001$/)
    const answer = await visitor.submit(path, {
      _csrf: props.csrf,
      ...named({ decision: 'conclude' }),
      ...CONFIRMED,
    })
    assert.deepEqual(
      [answer.status, answer.props.refused, answer.props.decided],
      [409, 'decided', props.decided]
    )
    assert.deepEqual(
      (await documentsOfCase(office.town.id, caseId)).filter(({ kind }) => kind === 'resolution').length,
      1
    )
  })
})

const PROPOSAL = 'Reparar la farola en quince días.'

/** An office with a case that waits for its resolution, after a proposal. */
async function resolving() {
  const waiting = await waitingTask()
  const { office, caseId, visitor } = waiting
  const review = named({ decision: 'proceed', proposedDecision: 'granted', proposal: PROPOSAL })
  const csrf = await token(visitor, waiting.taskId)
  await visitor.submit(`/desk/tasks/${waiting.taskId}`, { _csrf: csrf, ...review })
  await settle(office.town.id, new Date())
  const { props } = await visitor.get(`/desk/cases/${caseId}`)
  const fields = named({ decision: 'granted', ruling: PROPOSAL, reasons: 'La farola no alumbra.' })
  return { office, caseId, visitor, taskId: props.tasks[0].id as string, fields: { _csrf: csrf, ...fields } }
}

const kinds = async (municipalityId: string, caseId: string) =>
  (await documentsOfCase(municipalityId, caseId)).map(({ kind }) => kind)
