import { test } from '@japa/runner'
import { digestOf } from '#core/digest'
import { unwrap } from '#core/result'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { filedById } from '#filings/queries/filed'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import { newestEntries } from '#registry/queries/entries'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { citizenFrom } from '#tests/support/filing'
import {
  FILED,
  GRANT,
  PROCEED,
  answerTask,
  decidedOnPaper,
  openCase,
  openTask,
  pageOf,
  takeLetterBack,
  type OpenCase,
} from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { addPerson } from '#tests/support/town'
import { settle } from '#tests/support/worker'

const given = ({ office, town, caseId }: OpenCase) => ({
  town: office.town,
  citizen: citizenFrom(town.person),
  caseId,
  reason: ' Ya está reparada. ',
  at: FILED,
  moved: true,
})

test.group('A withdrawal (Law 39/2015, art. 94)', () => {
  test('is registered with its reason, and the office has to accept it', async ({ assert }) => {
    const open = await openCase()
    assert.isTrue((await new WithdrawCase().execute(given(open))).ok)
    const [first, filed] = await filingsOfCase(open.town.id, open.caseId)
    const answers = { reason: 'Ya está reparada.', kind: 'withdrawal', case: first!.entryNumber }
    assert.deepInclude(filed!, { kind: 'withdrawal', answers })
    assert.isDefined(await openTask(open, 'accept_withdrawal'))
    for (const action of ['filings.withdrawal', 'cases.message_received'])
      assert.deepEqual(
        (await auditRows(open.town.id, action)).map(({ actor }) => actor),
        [open.town.person.id]
      )
  })

  test('needs no reason: its digest binds it to its case all the same', async ({ assert }) => {
    const open = await openCase()
    const { town } = open.office
    const { filingId } = unwrap(await new WithdrawCase().execute({ ...given(open), reason: ' ' }))
    const [first, withdrawal] = await filingsOfCase(town.id, open.caseId)
    const written = { kind: 'withdrawal', case: first!.entryNumber }
    assert.deepEqual(withdrawal!.answers as object, written)
    assert.equal((await filedById(town.id, filingId))!.answersDigest, digestOf(written))
    const [entry] = await newestEntries(town.id, { book: 'incoming' }, { timeZone: town.timeZone })
    assert.equal(entry!.content.documents[0]!.sha256, digestOf(written))
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('comes too late where the case has ended: nothing is registered', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    await settle(open.town.id, FILED)
    const before = await countOf(open.town.id, 'register_entries')
    assert.deepEqual(await new WithdrawCase().execute(given(open)), { ok: false, error: 'too_late' })
    assert.equal(await countOf(open.town.id, 'register_entries'), before)
    assert.lengthOf(await auditRows(open.town.id, 'filings.withdrawal'), 0)
  })

  test('comes too late once it is resolved, though its letter still waits, until that is taken back (art. 84.1)', async ({
    assert,
  }) => {
    const open = await decidedOnPaper()
    const before = await countOf(open.town.id, 'register_entries')
    assert.deepEqual(await new WithdrawCase().execute(given(open)), { ok: false, error: 'too_late' })
    assert.equal(await countOf(open.town.id, 'register_entries'), before)
    await takeLetterBack(open)
    assert.isTrue((await new WithdrawCase().execute(given(open))).ok)
  })

  test('is one’s own: for a neighbour, or from another town, there is no such case', async ({ assert }) => {
    const [open, other] = [await openCase(), await openCase()]
    const before = await pageOf(open)
    const neighbour = await addPerson(open.town.id)
    for (const foreign of [
      { ...given(open), citizen: citizenFrom(neighbour) },
      { ...given(open), town: other.office.town },
    ])
      assert.deepEqual(await new WithdrawCase().execute(foreign), { ok: false, error: 'not_found' })
    assert.deepEqual(await pageOf(open), before)
  })
})
