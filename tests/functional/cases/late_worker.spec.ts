import { test } from '@japa/runner'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { deadline } from '#deadlines/index'
import { verifyTown } from '#start/verify'
import { calendarOf } from '#tenancy/queries/calendar'
import {
  FILED,
  ON_PAPER,
  REQUIRE,
  answerTask,
  openCase,
  openTask,
  pageOf,
  type OpenCase,
} from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'
import { rowsOf } from '#tests/support/rows'
import { settle, workUntil } from '#tests/support/worker'

/** Ten natural days after 2 March: it expires as the 13th begins in Valencia. */
const EXPIRED = '2026-03-12T23:00:00.000Z'
/** The worker was stopped, and comes a day and some hours later. */
const LATE = new Date('2026-03-14T13:45:00Z')

/** A requirement that nobody opens, and the worker that comes too late to see it expire. */
async function expiredCase(): Promise<OpenCase> {
  const open = await openCase()
  await answerTask(open, 'review', REQUIRE)
  await settle(open.town.id, FILED)
  await workUntil(open.town.id, LATE)
  return open
}

const days = async ({ town, caseId }: OpenCase) => {
  const [row] = await rowsOf(
    town.id,
    `SELECT suspended_on::text AS suspended, silence_on::text AS silence, pauses FROM case_files WHERE municipality_id = $1 AND id = $2`,
    [caseId]
  )
  return row
}

test.group('A worker that comes a day late', () => {
  test('finds a notification that was rejected as its ten days were over (art. 43.2)', async ({ assert }) => {
    const open = await expiredCase()
    const [notification] = await notificationsOfCase(open.town.id, open.caseId)
    assert.equal(notification!.state, 'expired')
    assert.equal(notification!.actedAt!.toISOString(), EXPIRED)
    assert.deepEqual(notification!.evidence['expired'], { at: EXPIRED })
    const line = (await pageOf(open)).history.find(({ kind }) => kind === 'notification_expired')
    assert.equal(line!.at.toISOString(), EXPIRED)
  })

  test('suspends the term from then, and lets the citizen’s ten days count from then (arts. 22.1.a and 68.1)', async ({
    assert,
  }) => {
    const open = await expiredCase()
    assert.equal((await days(open))!.suspended, '2026-03-13')
    const task = await openTask(open, 'correction')
    const term = { amount: 10, unit: 'working_days' as const }
    const { lastDay } = deadline(term, '2026-03-13', await calendarOf(open.town.id))
    assert.deepInclude(task!, { dueOn: lastDay, openedAt: new Date(EXPIRED) })
  })

  test('writes into the audit trail when it came, not when the term was over', async ({ assert }) => {
    const { town } = await expiredCase()
    const [row] = await rowsOf(
      town.id,
      `SELECT at FROM audit_entries WHERE municipality_id = $1 AND action = 'notifications.expired'`
    )
    assert.isAtLeast(row!.at.getTime(), LATE.getTime())
  })

  test('ends the pause of an unanswered correction with its last day, not with the day it comes (art. 22.1.a)', async ({
    assert,
  }) => {
    const open = await requiredCase()
    const { dueOn } = (await openTask(open, 'correction'))!
    await workUntil(open.town.id, new Date(`${dueOn}T12:00:00Z`))
    assert.isNull((await days(open))!.pauses[0].to, 'on the last day it may still be answered')
    await workUntil(open.town.id, new Date('2026-03-25T12:00:00Z'))
    assert.deepEqual((await days(open))!.pauses, [{ from: '2026-03-02', to: dueOn }])
    const told = (await pageOf(open)).history.filter(({ kind }) => kind === 'answer_expired')
    assert.deepEqual(
      told.map((line) => [line.public, line.data]),
      [[true, { element: 'correction' }]]
    )
    const natural = (Date.parse(dueOn!) - Date.parse('2026-03-02')) / 86_400_000
    const due = new Date(Date.parse('2026-06-02') + natural * 86_400_000).toISOString().slice(0, 10)
    assert.equal((await pageOf(open)).summary.dueOn, due)
  })

  test('dates the silence from the end of the term (art. 24.4)', async ({ assert }) => {
    const open = await openCase()
    assert.equal((await pageOf(open)).summary.dueOn, '2026-06-02')
    await workUntil(open.town.id, new Date('2026-06-05T10:00:00Z'))
    assert.equal((await days(open))!.silence, '2026-06-03')
    const line = (await pageOf(open)).history.find(({ kind }) => kind === 'silence')
    assert.equal(line!.at.toISOString(), '2026-06-02T22:00:00.000Z')
    assert.deepInclude(line!.data, { termEndedOn: '2026-06-02' })
    assert.deepEqual((await openTask(open, 'certify_silence'))!.openedAt, line!.at)
  })

  test('keeps the instant of a timer, too, where it has to try twice', async ({ assert }) => {
    const open = await openCase()
    await rowsOf(
      open.town.id,
      `UPDATE jobs SET attempts = 1, locked_until = '2026-06-05T10:00:00Z' WHERE municipality_id = $1 AND kind = 'timer'`
    )
    await workUntil(open.town.id, new Date('2026-06-06T10:00:00Z'))
    assert.equal((await days(open))!.silence, '2026-06-03')
  })

  test('leaves the books as sound as one that was there all the time', async ({ assert }) => {
    const { town } = await expiredCase()
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})

test.group('A notification on paper (art. 42)', () => {
  test('counts from the day of its delivery, not from when the office wrote it down', async ({ assert }) => {
    const open = await openCase({ more: ON_PAPER })
    await answerTask(open, 'review', REQUIRE)
    await settle(open.town.id, FILED)
    const [letter] = await notificationsOfCase(open.town.id, open.caseId)
    const at = new Date('2026-03-09T10:00:00Z')
    const delivery = { result: 'delivered' as const, on: '2026-03-05', hour: '11:20' }
    const actor = { kind: 'officer' as const, id: open.town.officer.id }
    const which = { municipalityId: open.town.id, notificationId: letter!.id }
    const given = { ...which, ...delivery, actor, at, moved: true }
    assert.isTrue((await new RecordDelivery().execute(given)).ok)
    await settle(open.town.id, at)
    assert.equal((await days(open))!.suspended, '2026-03-05')
    const [delivered] = await notificationsOfCase(open.town.id, open.caseId)
    assert.equal(delivered!.actedAt?.toISOString(), '2026-03-05T10:20:00.000Z')
  })
})
