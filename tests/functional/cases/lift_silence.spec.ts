import { test } from '@japa/runner'
import { liftSilence } from '#cases/actions/lift_silence'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import {
  FILED,
  GRANT,
  ON_PAPER,
  PROCEED,
  answerTask,
  officerOf,
  openCase,
  pageOf,
  withLocked,
} from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { settle, workUntil } from '#tests/support/worker'

/** Filed on 2 March: the term ends with 2 June. */
const ENDED = new Date('2026-06-03T08:00:00Z')

/** A resolution on paper, resolved at once; the office writes nothing down until the term is over. */
async function silentCase() {
  const open = await openCase({ more: ON_PAPER })
  await answerTask(open, 'review', PROCEED)
  await answerTask(open, 'resolve', GRANT)
  await settle(open.town.id, FILED)
  await workUntil(open.town.id, ENDED, FILED)
  const [letter] = await notificationsOfCase(open.town.id, open.caseId)
  const record = (on: string, first?: { on: string; hour: string }) =>
    new RecordDelivery().execute({
      municipalityId: open.town.id,
      notificationId: letter!.id,
      actor: officerOf(open.town),
      ...(first ? { result: 'returned', first } : { result: 'delivered' }),
      ...{ on, hour: '18:30' },
      at: ENDED,
      moved: true,
    })
  const silence = async () => {
    const [row] = await rowsOf<{ silence: string | null; state: string; outcome: string | null }>(
      open.town.id,
      `SELECT silence_on::text AS silence, state, outcome FROM case_files WHERE municipality_id = $1 AND id = $2`,
      [open.caseId]
    )
    return row!
  }
  return { open, record, silence }
}

test.group('The duty to notify within the term, on paper (Law 39/2015, arts. 24.1 and 40.4)', () => {
  test('is not met by a letter that lies at the office: there is silence, and the case is open', async ({
    assert,
  }) => {
    const { open, silence } = await silentCase()
    assert.deepEqual(await silence(), { silence: '2026-06-03', state: 'open', outcome: null })
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('is met by the first attempt, though it is written down after the term: there was no silence', async ({
    assert,
  }) => {
    const { open, record, silence } = await silentCase()
    assert.isTrue((await record('2026-06-02', { on: '2026-06-01', hour: '10:00' })).ok)
    assert.deepEqual(await silence(), { silence: null, state: 'closed', outcome: 'granted' })
    const kinds = (await pageOf(open)).history.map(({ kind }) => kind)
    assert.includeMembers(kinds, ['silence', 'notification_returned', 'silence_lifted'])
    const [row] = await auditRows(open.town.id, 'cases.silence_lifted')
    assert.deepEqual(row?.detail, { metOn: '2026-06-01', since: '2026-06-03' })
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('is met too late by a delivery on the day after: the silence stands', async ({ assert }) => {
    const { open, silence } = await silentCase()
    const lifted = await withLocked(open, (trx, caseFile) =>
      liftSilence(trx, { caseFile, at: ENDED, actor: officerOf(open.town) })
    )
    assert.isFalse(lifted)
    assert.equal((await silence()).silence, '2026-06-03')
  })
})
