import { test } from '@japa/runner'
import { appendAudit } from '#audit/actions/append_audit'
import { extendTerm as extend } from '#cases/actions/extend_term'
import { extendTerm as activity } from '#cases/activities/extend_term'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { resumeTerm } from '#cases/actions/resume_term'
import { unwrap } from '#core/result'
import { parseTerm } from '#deadlines/index'
import { verifyTown } from '#start/verify'
import { daysOfYear } from '#tenancy/queries/calendar_year'
import { auditRows } from '#tests/support/audit_rows'
import { type OpenCase, officerOf, openCase, openTask, pageOf, withLocked } from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'
import { tamper } from '#tests/support/owner'
import { resultOf } from '#tests/support/result_of'
import { carriedOut, publishNext, withTerm, writtenPlan } from '#tests/support/versions'
import { workUntil } from '#tests/support/worker'

const LATER = new Date('2026-03-10T10:00:00Z')

const longer = (open: Pick<OpenCase, 'town' | 'caseId'>, by: string, of: string | null = null, at = LATER) =>
  withLocked(open, (trx, caseFile) => extend(trx, { caseFile, at }, { by: unwrap(parseTerm(by)), of }))

const faults = async ({ town }: OpenCase) => (await verifyTown(town.id)).violations.map(({ fault }) => fault)

const refusal = async (done: ReturnType<typeof longer>) => {
  const answer = await done
  return answer.ok ? null : answer.error
}

test.group('The term to resolve, extended (Law 39/2015, art. 23)', () => {
  test('ends later with the timer that tells it, and is told to the citizen', async ({ assert }) => {
    const open = await openCase()
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    assert.equal(unwrap(await longer(open, '1 month')), '2026-07-02')
    const { summary, history, timers } = await pageOf(open)
    assert.equal(summary.dueOn, '2026-07-02')
    assert.equal(timers[0]!.lastDay, '2026-07-02')
    const [told] = history.filter(({ kind }) => kind === 'term_extended')
    assert.deepInclude(told!.data, { dueOn: '2026-07-02', before: '2026-06-02', of: 'resolution' })
    assert.isTrue(told!.public)
    assert.deepEqual(await faults(open), [])
    await workUntil(open.town.id, new Date('2026-07-02T10:00:00Z'))
    assert.isUndefined(await openTask(open, 'certify_silence'))
    await workUntil(open.town.id, new Date('2026-07-03T10:00:00Z'))
    assert.exists(await openTask(open, 'certify_silence'))
    assert.deepEqual(await faults(open), [])
  })

  test('keeps its extension when the calendar changes', async ({ assert }) => {
    const open = await openCase()
    unwrap(await longer(open, '1 month'))
    const closed = { day: '2026-07-02', scope: 'local' as const, name: { es: 'F', ca: 'F', en: 'F' } }
    unwrap(
      await new ChangeCalendar().execute({
        ...{ municipalityId: open.town.id, year: 2026, source: 'BOP', actor: officerOf(open.town) },
        ...{ at: LATER, moved: true, days: [...(await daysOfYear(open.town.id, 2026)), closed] },
      })
    )
    assert.equal((await pageOf(open)).summary.dueOn, '2026-07-03')
    assert.deepEqual(await faults(open), [])
  })

  test('is so while it stands still, and shows once it goes on', async ({ assert }) => {
    const open = await requiredCase()
    assert.isNull(unwrap(await longer(open, '1 month')))
    assert.deepEqual(await faults(open), [])
    const at = new Date('2026-03-12T10:00:00Z')
    const due = await withLocked(open, (trx, caseFile) => resumeTerm(trx, { caseFile, at }))
    // Four months from 2 March, and the nine days that it stood still from the 2nd to the 11th.
    assert.equal(due, '2026-07-13')
    assert.equal((await pageOf(open)).summary.dueOn, '2026-07-13')
  })

  test('is so once, by as much again at most, and before it is over', async ({ assert }) => {
    const open = await openCase()
    assert.equal(await refusal(longer(open, '4 months')), 'over_whole')
    assert.equal(await refusal(longer(open, '1 month', null, new Date('2026-06-03T10:00:00Z'))), 'too_late')
    unwrap(await longer(open, '3 months'))
    assert.equal((await pageOf(open)).summary.dueOn, '2026-09-02')
    assert.equal(await refusal(longer(open, '1 month')), 'extended_before')
  })

  test('is that of the sheet the case began under, whatever version it has moved to', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure, withTerm(2))
    await carriedOut(open, await writtenPlan(open, to))
    assert.equal(unwrap(await longer(open, '3 months')), '2026-09-02')
    assert.equal((await pageOf(open)).summary.dueOn, '2026-09-02')
    assert.deepEqual(await faults(open), [])
  })

  test('is nothing that anybody grants behind the books', async ({ assert }) => {
    const open = await openCase()
    await tamper(open.town.id, 'case_files', `UPDATE case_files SET extension = '{"amount":1,"unit":"months"}' WHERE municipality_id = $1`, [open.town.id]) // prettier-ignore
    assert.deepEqual(await faults(open), ['extension_differs'])
  })
})

test.group('The term of what somebody is asked for, extended (arts. 32.1 and 68.2)', () => {
  test('gives five days more of ten, and the term to resolve stays', async ({ assert }) => {
    const open = await requiredCase()
    const before = (await pageOf(open)).summary.dueOn
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-16')
    assert.equal(await refusal(longer(open, '6 working days', 'correction')), 'over_half')
    assert.equal(unwrap(await longer(open, '5 working days', 'correction')), '2026-03-23')
    assert.equal((await openTask(open, 'correction'))!.dueOn, '2026-03-23')
    assert.equal((await pageOf(open)).summary.dueOn, before)
    assert.equal(await refusal(longer(open, '1 working day', 'correction')), 'extended_before')
    assert.deepEqual(await faults(open), [])
    await workUntil(open.town.id, new Date('2026-03-23T10:00:00Z'))
    assert.exists(await openTask(open, 'correction'))
    await workUntil(open.town.id, new Date('2026-03-24T10:00:00Z'))
    assert.isUndefined(await openTask(open, 'correction'))
    assert.deepEqual(await faults(open), [])
  })

  test('is of a task that is open, and has a term', async ({ assert }) => {
    const open = await openCase()
    assert.equal(await refusal(longer(open, '5 working days', 'correction')), 'no_term')
    assert.equal(await refusal(longer(open, '5 working days', 'review')), 'no_term')
  })
})

test.group('A process that extends a term', () => {
  const grant = (open: OpenCase, input: Record<string, string>) =>
    withLocked(open, async (trx, caseFile) => {
      const { town, procedure } = open.office
      const context = {
        ...{ town, procedure, caseFile, since: LATER, at: LATER, moved: true },
        key: 'e:1',
        input,
      }
      const outcome = await activity.commit(trx, context, undefined)
      await appendAudit(trx, outcome.audit ?? [], LATER)
      return resultOf(outcome)
    })

  test('knows the new last day, and the trail has it', async ({ assert }) => {
    const open = await openCase()
    assert.deepEqual(await grant(open, { by: '2 months' }), { lastDay: '2026-08-03' })
    const [row] = await auditRows(open.town.id, 'cases.term_extended')
    assert.containsSubset(row, { detail: { by: { amount: 2, unit: 'months' }, before: '2026-06-02' } })
    assert.deepEqual(await faults(open), [])
  })

  test('reports an error where the law does not allow it, and fails where it is no term', async ({
    assert,
  }) => {
    const open = await openCase()
    await assert.rejects(() => grant(open, { by: 'a while' }), /no term/)
    await assert.rejects(() => grant(open, { by: '1 year' }), /over_whole/)
  })
})
