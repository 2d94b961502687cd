import { test } from '@japa/runner'
import { verifyTown } from '#start/verify'
import { REQUIRE, answerTask, openTask, pageOf, type OpenCase } from '#tests/support/open_case'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { forgetCalendars } from '#tenancy/queries/calendar'
import { unwrap } from '#core/result'
import { answerOf } from '#tests/support/notified'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { rowsOf } from '#tests/support/rows'
import { settle, workUntil } from '#tests/support/worker'

/** A case of a town with these closed days, filed at an instant. */
async function filed(at: string, holidays: string[] = []): Promise<OpenCase> {
  const office = await openOffice({ holidays })
  const given = { answers: goodAnswers(office), at: new Date(at) }
  const { caseId, filingId } = await fileAt(office, office.procedure, given)
  await settle(office.test.id, given.at)
  return { office, town: office.test, caseId, filingId }
}

/** Nothing is in the memory of a worker: each look begins as after a restart. */
async function restartedAt({ town }: OpenCase, at: string): Promise<void> {
  forgetCalendars()
  await workUntil(town.id, new Date(at))
}

const silenceOf = async ({ town, caseId }: OpenCase): Promise<string | null> =>
  (
    await rowsOf(
      town.id,
      `SELECT silence_on::text AS silence FROM case_files WHERE municipality_id = $1 AND id = $2`,
      [caseId]
    )
  )[0]!.silence

const sound = async ({ town }: OpenCase) => (await verifyTown(town.id)).violations

/** Three months (art. 30.4), with the closed days of a town; the last minute of the last day, and the first after it. */
const TERMS: [what: string, at: string, holidays: string[], lastDay: string, before: string, after: string][] = [
  ['of a month’s end that a shorter month lacks', '2026-11-30T10:00:00Z', [], '2027-03-01', '2027-03-01T22:59:00Z', '2027-03-01T23:00:00Z'],
  ['that ends on 29 February', '2027-11-29T10:00:00Z', [], '2028-02-29', '2028-02-29T22:59:00Z', '2028-02-29T23:00:00Z'],
  ['that ends on 28 February, a Sunday', '2026-11-27T10:00:00Z', ['2027-03-01'], '2027-03-02', '2027-03-02T22:59:00Z', '2027-03-02T23:00:00Z'],
  ['that ends on a local holiday', '2026-03-12T10:00:00Z', ['2026-06-12'], '2026-06-15', '2026-06-15T21:59:00Z', '2026-06-15T22:00:00Z'],
  ['that ends the day before the clocks go forward', '2025-12-27T10:00:00Z', [], '2026-03-30', '2026-03-30T21:59:00Z', '2026-03-30T22:00:00Z'],
  ['that ends after the clocks go back', '2026-07-24T10:00:00Z', ['2026-10-24'], '2026-10-26', '2026-10-26T22:59:00Z', '2026-10-26T23:00:00Z'],
  ['over the year’s end', '2026-10-01T10:00:00Z', ['2027-01-04'], '2027-01-05', '2027-01-05T22:59:00Z', '2027-01-05T23:00:00Z'],
  ['of a filing on a closed day at 23:10', '2026-04-11T21:10:00Z', [], '2026-07-13', '2026-07-13T21:59:00Z', '2026-07-13T22:00:00Z'],
] // prettier-ignore

test.group('The term to resolve, by a moved clock', () => {
  for (const [what, at, holidays, lastDay, before, after] of TERMS)
    test(`${what}: to the minute, whatever restarts in between, and once`, async ({ assert }) => {
      const open = await filed(at, holidays)
      assert.equal((await pageOf(open)).summary.dueOn, lastDay)
      await restartedAt(open, before)
      assert.isNull(await silenceOf(open))
      await restartedAt(open, after)
      const silence = await silenceOf(open)
      assert.isAbove(Date.parse(silence!), Date.parse(lastDay))
      await restartedAt(open, after)
      await restartedAt(open, new Date(Date.parse(after) + 30 * 86_400_000).toISOString())
      assert.equal(await silenceOf(open), silence)
      const told = (await pageOf(open)).history.filter(({ kind }) => kind === 'silence')
      assert.deepEqual(
        told.map((line) => [line.at.toISOString(), line.data['termEndedOn']]),
        [[new Date(after).toISOString(), lastDay]]
      )
      assert.deepEqual(await sound(open), [])
    })
})

test.group('Two towns with other closed days', () => {
  test('end the same ten working days on other days (arts. 30.2 and 30.7)', async ({ assert }) => {
    const lastDays: (string | null)[] = []
    for (const holidays of [[], ['2026-03-19'], ['2026-03-17', '2026-03-18', '2026-03-19']]) {
      const open = await filed('2026-03-06T09:00:00Z', holidays)
      unwrap(await answerTask(open, 'review', REQUIRE))
      await settle(open.town.id, new Date('2026-03-06T09:00:00Z'))
      const at = new Date('2026-03-09T09:00:00Z')
      const [notified] = await notificationsOfCase(open.town.id, open.caseId)
      unwrap(await new AcceptNotification().execute(answerOf(open.town, notified!.id, at)))
      await settle(open.town.id, at)
      const { dueOn } = (await openTask(open, 'correction'))!
      lastDays.push(dueOn)
      await restartedAt(open, `${dueOn}T22:30:00Z`)
      assert.exists(await openTask(open, 'correction'), 'to the end of the day')
      await restartedAt(open, `${dueOn}T23:30:00Z`)
      assert.isUndefined(await openTask(open, 'correction'))
      assert.deepEqual(await sound(open), [])
    }
    assert.deepEqual(lastDays, ['2026-03-23', '2026-03-24', '2026-03-26'])
  })
})
