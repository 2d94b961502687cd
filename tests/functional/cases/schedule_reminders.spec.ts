import { test } from '@japa/runner'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { noticesOfCase } from '#notifications/queries/notices'
import { ordersOfCase } from '#payments/queries/orders'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { daysOfYear } from '#tenancy/queries/calendar_year'
import {
  FILED,
  GRANT,
  PROCEED,
  REQUIRE,
  answerTask,
  officerOf,
  openCase,
  pageOf,
  withLocked,
  type OpenCase,
} from '#tests/support/open_case'
import { answerOf } from '#tests/support/notified'
import { requiredCase } from '#tests/support/required_case'
import { rowsOf } from '#tests/support/rows'
import { addOfficer, testTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

const remindersOf = async ({ town, caseId }: Pick<OpenCase, 'town' | 'caseId'>) =>
  (
    await rowsOf<{ name: string; run_at: Date; input: { lastDay: string } }>(
      town.id,
      `SELECT name, run_at, input FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'reminder' ORDER BY run_at`,
      [caseId]
    )
  ).map(({ name, run_at, input }) => [name, input.lastDay, run_at.toISOString()])

const mailsOf = async ({ town, caseId }: OpenCase) =>
  (await noticesOfCase(town.id, caseId)).filter(({ subject }) => /acaba pronto|sin abrir/.test(subject))

const sentIn = async (open: OpenCase) =>
  (await pageOf(open)).history
    .filter(({ kind }) => kind === 'reminder_sent')
    .map((line) => [line.data['of'], line.public, line.at.toISOString()])

const schedule = (open: OpenCase, at = FILED) =>
  withLocked(open, (trx, caseFile) => scheduleReminders(trx, caseFile, { at }))

test.group('The reminder of a last day', () => {
  test('waits from the filing on, ten working days before the term to resolve ends', async ({ assert }) => {
    const open = await openCase()
    assert.deepEqual(await remindersOf(open), [['resolution', '2026-06-02', '2026-05-19T06:00:00.000Z']])
  })

  test('of the resolution goes to the officers of its unit, in the language of the case, once', async ({
    assert,
  }) => {
    const open = await openCase()
    await workUntil(open.town.id, new Date('2026-05-20T10:00:00Z'), FILED)
    const mails = await mailsOf(open)
    assert.deepEqual(
      mails.map(({ recipient, language }) => [recipient, language]),
      [[open.town.officer.email, 'es']]
    )
    assert.include(mails[0]!.subject, 'el plazo para resolver acaba pronto')
    assert.deepEqual(await sentIn(open), [['resolution', false, '2026-05-19T06:00:00.000Z']])
    await schedule(open, new Date('2026-05-20T10:00:00Z'))
    await workUntil(open.town.id, new Date('2026-05-30T10:00:00Z'))
    assert.lengthOf(await mailsOf(open), 1)
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('goes to whom the case is assigned, alone', async ({ assert }) => {
    const open = await openCase()
    const holder = await addOfficer(open.town.id, { roles: ['case_handler'] })
    await rowsOf(open.town.id, `UPDATE case_files SET assigned_to = $2 WHERE municipality_id = $1`, [
      holder.id,
    ])
    await workUntil(open.town.id, new Date('2026-05-20T10:00:00Z'), FILED)
    assert.deepEqual(
      (await mailsOf(open)).map(({ recipient }) => recipient),
      [holder.email]
    )
  })

  test('to answer leaves three working days before, to whom it was asked of; the suspended term has none', async ({
    assert,
  }) => {
    const open = await requiredCase()
    assert.deepEqual(await remindersOf(open), [['answer', '2026-03-16', '2026-03-11T07:00:00.000Z']])
    await workUntil(open.town.id, new Date('2026-03-12T10:00:00Z'), FILED)
    const [mail] = await mailsOf(open)
    assert.equal(mail!.recipient, 'amparo.ferrer@example.org')
    assert.deepEqual(await sentIn(open), [['answer', true, '2026-03-11T07:00:00.000Z']])
  })

  test('is gone with what it reminds of', async ({ assert }) => {
    const open = await requiredCase()
    unwrap(await answerTask(open, 'correction', { answer: 'Es el número 12.' }))
    await settle(open.town.id, FILED)
    assert.deepEqual(
      (await remindersOf(open)).map(([of]) => of),
      ['resolution']
    )
    unwrap(await answerTask(open, 'review', PROCEED))
    await settle(open.town.id, FILED)
    unwrap(await answerTask(open, 'resolve', GRANT))
    await settle(open.town.id, FILED)
    assert.deepEqual(
      (await remindersOf(open)).map(([of]) => of),
      ['notification'],
      'the resolution waits to be opened'
    )
    const all = await notificationsOfCase(open.town.id, open.caseId)
    const resolution = all.find(({ state }) => state === 'available')
    unwrap(await new AcceptNotification().execute(answerOf(open.town, resolution!.id, FILED)))
    assert.deepEqual(await remindersOf(open), [])
  })

  test('of a notification leaves before it expires, opened or not', async ({ assert }) => {
    const open = await openCase()
    unwrap(await answerTask(open, 'review', REQUIRE))
    await settle(open.town.id, FILED)
    const [first] = await remindersOf(open)
    assert.deepEqual(first, ['notification', '2026-03-12', '2026-03-09T07:00:00.000Z'])
    await workUntil(open.town.id, new Date('2026-03-09T12:00:00Z'))
    const [mail] = await mailsOf(open)
    assert.include(mail!.subject, 'sin abrir')
    assert.include(mail!.text, '/folder/notifications')
    assert.notInclude(mail!.text, 'Farola')
  })

  test('that a worker comes too late for does not leave', async ({ assert }) => {
    const open = await requiredCase()
    await rowsOf(open.town.id, `UPDATE jobs SET locked_until = '2026-03-17T10:00:00Z' WHERE municipality_id = $1 AND kind = 'reminder'`) // prettier-ignore
    await workUntil(open.town.id, new Date('2026-03-18T10:00:00Z'))
    assert.notInclude(
      (await sentIn(open)).map(([of]) => of),
      'answer'
    )
  })

  test('does not leave to whom no address is known of', async ({ assert }) => {
    const open = await requiredCase()
    await rowsOf(
      open.town.id,
      `UPDATE case_files SET applicant = applicant - 'email' WHERE municipality_id = $1`
    )
    await workUntil(open.town.id, new Date('2026-03-12T10:00:00Z'), FILED)
    assert.deepEqual([await mailsOf(open), await sentIn(open)], [[], []])
  })

  test('follows the calendar: a closed day has it leave earlier', async ({ assert }) => {
    const open = await openCase()
    const days = await daysOfYear(open.town.id, 2026)
    const closed = { day: '2026-05-25', scope: 'local' as const, name: { es: 'F', ca: 'F', en: 'F' } }
    unwrap(
      await new ChangeCalendar().execute({
        ...{ municipalityId: open.town.id, year: 2026, days: [...days, closed], source: 'BOP' },
        ...{ actor: officerOf(open.town), at: FILED, moved: true },
      })
    )
    assert.deepEqual(await remindersOf(open), [['resolution', '2026-06-02', '2026-05-18T06:00:00.000Z']])
  })

  test('planned again is the same; in another town it is nobody’s', async ({ assert }) => {
    const open = await openCase()
    await schedule(open)
    await schedule(open)
    assert.lengthOf(await remindersOf(open), 1)
    const other = await testTown()
    assert.deepEqual(await remindersOf({ town: other, caseId: open.caseId }), [])
    assert.deepEqual(await ordersOfCase(other.id, open.caseId), [])
  })
})
