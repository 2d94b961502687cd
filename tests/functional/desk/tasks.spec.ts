import { test } from '@japa/runner'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk, type DeskVisitor } from '#tests/support/desk_visitor'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { addOfficer } from '#tests/support/town'
import { settle } from '#tests/support/worker'

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

const token = async (visitor: DeskVisitor, taskId: string) =>
  (await visitor.get(`/desk/tasks/${taskId}`)).props.csrf as string

test.group('A task', () => {
  test('is answered by a plain form post, and the case moves on', async ({ assert }) => {
    const { office, caseId, visitor, taskId, answers } = await waitingTask()
    const page = await visitor.get(`/desk/tasks/${taskId}`)
    assert.include(page.props.parts[0].html, 'name="answers[')
    const done = await visitor.submit(`/desk/tasks/${taskId}`, { _csrf: page.props.csrf, ...named(answers) })
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
    await visitor.submit(`/desk/tasks/${taskId}`, { _csrf: await token(visitor, taskId), ...named(answers) })
    const late = await colleague.submit(`/desk/tasks/${taskId}`, { _csrf: csrf, ...named(answers) })
    assert.equal(late.status, 303)
    assert.equal((await colleague.get(late.headers.location!)).props.flash.tone, 'danger')
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
})
