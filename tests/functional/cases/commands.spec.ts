import { test } from '@japa/runner'
import CasesIncidents from '#cases/commands/cases_incidents'
import CasesMessage from '#cases/commands/cases_message'
import CasesRetry from '#cases/commands/cases_retry'
import { incidentsWithCases } from '#cases/queries/incidents_with_cases'
import { auditRows } from '#tests/support/audit_rows'
import { typed } from '#tests/support/command'
import { plantedIncident } from '#tests/support/planted_incident'
import { countOf } from '#tests/support/rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { testTown } from '#tests/support/town'
import { draw, end, message, start, waitFor } from '../../unit/engine/builder.js'

test.group('The cases of a town, from the command line', () => {
  test('cases:incidents lists what waits, and exits with 1 where something does', async ({ assert }) => {
    const town = await testTown()
    const argv = [`--town=${town.slug}`]
    assert.equal((await typed(CasesIncidents, argv)).exitCode, 0)
    const id = await plantedIncident(town.id, null, { code: 'job_failed', detail: 'no connection' })
    const { exitCode, said } = await typed(CasesIncidents, argv)
    assert.equal(exitCode, 1)
    assert.include(said, id)
    assert.include(said, 'job_failed')
    assert.include(said, 'no connection')
    assert.notInclude((await typed(CasesIncidents, [...argv, '--code=timer_unusable'])).said, id)
    assert.equal((await typed(CasesIncidents, ['--town=nowhere'])).exitCode, 1)
  })

  test('cases:retry has one, or all of a cause, tried again, for a reason', async ({ assert }) => {
    const town = await testTown()
    const detail = 'no answer to question 1'
    const id = await plantedIncident(town.id, null, { code: 'job_failed', detail })
    assert.equal((await typed(CasesRetry, [town.slug, id])).exitCode, 1)
    assert.equal((await typed(CasesRetry, [town.slug, id, '--reason=it is back'])).exitCode, 0)
    assert.include((await typed(CasesRetry, [town.slug, id, '--reason=again'])).said, 'settled already')
    for (const number of [2, 3])
      await plantedIncident(town.id, null, { code: 'job_failed', detail: `no answer to question ${number}` })
    const { cause } = (await incidentsWithCases(town.id))[0]!
    const { exitCode, said } = await typed(CasesRetry, [town.slug, cause, '--reason=it is back'])
    assert.equal(exitCode, 0)
    assert.include(said, '2 will be tried again')
    assert.isEmpty(await incidentsWithCases(town.id))
    assert.lengthOf(await auditRows(town.id, 'cases.incident_retried'), 3)
  })

  test('cases:message sends once by its id, and says what it lacks', async ({ assert }) => {
    const town = await testTown()
    const argv = [town.slug, 'works.finished', '--about=Major', '--payload={"said":"ready"}']
    assert.equal((await typed(CasesMessage, argv)).exitCode, 1)
    for (let times = 0; times < 2; times++)
      assert.equal((await typed(CasesMessage, [...argv, '--id=w-1'])).exitCode, 0)
    assert.equal(await countOf(town.id, 'messages'), 1)
    assert.equal((await typed(CasesMessage, [town.slug, 'x.y', '--id=2', '--payload=[1]'])).exitCode, 1)
    assert.equal((await typed(CasesMessage, [town.slug, 'payment_ended', '--id=3'])).exitCode, 1)
    assert.include((await typed(CasesMessage, [town.slug, 'works', '--id=4'])).said, 'two words and a dot')
    const other = await typed(CasesMessage, [town.slug, 'works.finished', '--about=Menor', '--id=w-1'])
    assert.equal(other.exitCode, 1)
    assert.include(other.said, 'under this id before')
  })

  test('cases:message --list tells which cases wait for a message, and which messages for a case', async ({
    assert,
  }) => {
    const town = await testTown()
    const waits = draw('start -> told -> end', {
      start: start(),
      told: waitFor(message('works_finished'), { 'fin:correlation': 'answers.request' }),
      end: end('done'),
    })
    const answers = { request: 'Major' }
    const { number } = await openDrawn(town.id, await drawnProcedure(town.id, 'waits', waits), { answers })
    await typed(CasesMessage, [town.slug, 'works.finished', '--about=Menor', '--id=w-1'])
    const { said, exitCode } = await typed(CasesMessage, [town.slug, '--list'])
    assert.equal(exitCode, 0)
    assert.match(
      said,
      new RegExp(`awaited  works.finished --about="Major"  by case ${number} at told since 20`)
    )
    assert.match(said, /kept     works.finished --about="Menor"  [0-9a-f-]{36}  from outside, sent 20/)
    assert.include(said, '1 awaited, 1 kept')
    const visitor = await atTheDesk(town, town.officer)
    const { messages } = (await visitor.get('/desk/incidents')).props
    assert.deepEqual(
      messages.awaited.map(({ name, case: held, element }: any) => [name, held.number, element]),
      [['works.finished · Major', number, 'told']]
    )
    assert.deepEqual(
      messages.kept.map(({ name, case: sender }: any) => [name, sender]),
      [['works.finished · Menor', null]]
    )
    const settled = (await visitor.get('/desk/incidents?state=resolved')).props.messages
    assert.deepEqual(settled, { awaited: [], kept: [] })
  })
})
