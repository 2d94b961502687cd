import { test } from '@japa/runner'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { declareUrgent as declare } from '#cases/actions/declare_urgent'
import { resumeTerm } from '#cases/actions/resume_term'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { daysOfYear } from '#tenancy/queries/calendar_year'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { type OpenCase, FILED, answerTask, officerOf, openCase, openTask, pageOf, withLocked } from '#tests/support/open_case' // prettier-ignore
import { tamper } from '#tests/support/owner'
import { requiredCase } from '#tests/support/required_case'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { draw, end, on, service, start, timer, user } from '../../unit/engine/builder.js'

const LATER = new Date('2026-03-10T10:00:00Z')

const urgent = (open: Pick<OpenCase, 'town' | 'caseId'>, { reason = 'Public safety', at = LATER } = {}) =>
  withLocked(open, (trx, caseFile) => declare(trx, { caseFile, at }, reason))

const faults = async ({ town }: Pick<OpenCase, 'town'>) =>
  (await verifyTown(town.id)).violations.map(({ fault }) => fault)

const refusal = async (done: ReturnType<typeof urgent>) => {
  const answer = await done
  return answer.ok ? null : answer.error
}

test.group('The urgent procedure (Law 39/2015, art. 33)', () => {
  test('halves the term to resolve with the timer that ends with it: of three months, 45 natural days', async ({
    assert,
  }) => {
    const open = await openCase()
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    assert.equal(unwrap(await urgent(open)), '2026-04-16')
    const { summary, timers, history } = await pageOf(open)
    assert.equal(summary.dueOn, '2026-04-16')
    assert.equal(timers[0]!.lastDay, '2026-04-16')
    const [told] = history.filter(({ kind }) => kind === 'urgency_declared')
    assert.deepInclude(told!.data, { reason: 'Public safety', dueOn: '2026-04-16', before: '2026-06-02' })
    assert.isTrue(told!.public)
    assert.deepEqual(await faults(open), [])
    await workUntil(open.town.id, new Date('2026-04-16T10:00:00Z'))
    assert.isUndefined(await openTask(open, 'certify_silence'))
    await workUntil(open.town.id, new Date('2026-04-17T10:00:00Z'))
    assert.exists(await openTask(open, 'certify_silence'))
    assert.deepEqual(await faults(open), [])
  })

  test('stays so when the calendar changes, and is shown on the page of the case with its reason', async ({
    assert,
  }) => {
    const open = await openCase()
    unwrap(await urgent(open))
    const closed = { day: '2026-04-16', scope: 'local' as const, name: { es: 'F', ca: 'F', en: 'F' } }
    unwrap(
      await new ChangeCalendar().execute({
        ...{ municipalityId: open.town.id, year: 2026, source: 'BOP', actor: officerOf(open.town) },
        ...{ at: LATER, moved: true, days: [...(await daysOfYear(open.town.id, 2026)), closed] },
      })
    )
    assert.equal((await pageOf(open)).summary.dueOn, '2026-04-17')
    assert.deepEqual(await faults(open), [])
    const desk = await atTheDesk(open.town, open.town.officer)
    const { props } = await desk.get(`/desk/cases/${open.caseId}?lang=en`)
    assert.isTrue(props.line.urgent)
    const [line] = props.history.filter(({ title }: any) => /urgent procedure was declared/.test(title))
    assert.include(line.details, 'Public safety')
  })

  test('leaves what somebody was told as it was, and what stands still stands', async ({ assert }) => {
    const open = await requiredCase()
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-16')
    assert.isNull(unwrap(await urgent(open)))
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-16')
    assert.deepEqual(await faults(open), [])
    const at = new Date('2026-03-12T10:00:00Z')
    // 45 days from 2 March, and the nine that it stood still up to the 11th: 25 April is a Saturday.
    assert.equal(await withLocked(open, (trx, caseFile) => resumeTerm(trx, { caseFile, at })), '2026-04-27')
    assert.deepEqual(await faults(open), [])
  })

  test('is declared for a reason, once, and not where its term would be over by then', async ({ assert }) => {
    const open = await openCase()
    assert.equal(await refusal(urgent(open, { reason: ' ' })), 'no_reason')
    const late = new Date('2026-04-17T10:00:00Z')
    assert.equal(await refusal(urgent(open, { at: late })), 'over_by_then')
    unwrap(await urgent(open))
    assert.equal(await refusal(urgent(open)), 'declared_before')
  })

  test('is nothing that anybody declares behind the books', async ({ assert }) => {
    const open = await openCase()
    await tamper(open.town.id, 'case_files', `UPDATE case_files SET law = '{"urgent":"2026-03-10T10:00:00.000Z"}' WHERE municipality_id = $1`, [open.town.id]) // prettier-ignore
    assert.include(await faults(open), 'urgency_differs')
  })
})

test.group('A process that declares urgency', () => {
  const drawn = (timerOf: string) =>
    draw('start -> decide -> hurry -> allege -> end\nover -> late', {
      start: start(),
      decide: user('review'),
      hurry: service('cases.declare_urgent', { in: { reason: '"Public safety"' } }),
      allege: user('review'),
      over: on('allege', timerOf),
      late: end('late'),
      end: end('done'),
    })

  const hurried = async (timerOf: string) => {
    const town = await testTown()
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'hurried', drawn(timerOf)))
    const open = { town, caseId }
    unwrap(await answerTask(open, 'decide', { decision: 'yes' }))
    await settle(town.id, FILED)
    return open
  }

  test('halves the terms that open from then on, with an audit row of its own', async ({ assert }) => {
    const open = await hurried(timer('10 working days'))
    assert.equal((await openTask(open, 'allege'))!.dueOn, '2026-03-09')
    assert.deepEqual(await faults(open), [])
    const [row] = await auditRows(open.town.id, 'cases.urgency_declared')
    assert.containsSubset(row, { detail: { reason: 'Public safety', lastDay: '2026-04-16', before: '2026-06-02' } }) // prettier-ignore
    const desk = await atTheDesk(open.town, open.town.officer)
    const { props } = await desk.get(`/desk/cases/${open.caseId}?lang=en`)
    const why = props.history.map((line: any) => JSON.stringify(line.why)).join()
    assert.include(why, 'Law 39/2015, art. 33')
    await workUntil(open.town.id, new Date('2026-03-10T10:00:00Z'))
    assert.equal((await pageOf(open)).summary.outcome, 'late')
    assert.deepEqual(await faults(open), [])
  })

  test('but those to file applications and appeals (art. 33.1)', async ({ assert }) => {
    const whole = timer('10 working days').replace(
      'EventDefinition>',
      'EventDefinition fin:unhurried="true">'
    )
    const open = await hurried(whole)
    assert.equal((await openTask(open, 'allege'))!.dueOn, '2026-03-16')
    assert.deepEqual(await faults(open), [])
  })

  test('without a reason, or twice, is an incident', async ({ assert }) => {
    const town = await testTown()
    const twice = draw('start -> one -> other -> end', {
      start: start(),
      one: service('cases.declare_urgent', { in: { reason: '"Public safety"' } }),
      other: service('cases.declare_urgent', { in: { reason: '"Again"' }, 'fin:retries': '0' }),
      end: end('done'),
    })
    await openDrawn(town.id, await drawnProcedure(town.id, 'twice', twice))
    const [incident] = await rowsOf<{ detail: string }>(town.id, `SELECT detail FROM incidents WHERE municipality_id = $1`) // prettier-ignore
    assert.include(incident!.detail, 'declared_before')
  })
})
