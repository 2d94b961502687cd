import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { RejectNotification } from '#notifications/actions/reject_notification'
import { sendOnPaper } from '#notifications/actions/send_on_paper'
import { letterCount, lettersInTray } from '#notifications/queries/letters'
import { notificationOf } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { ADDRESS } from '#tests/support/open_case'
import { AVAILABLE, SHA, answerOf, posted } from '#tests/support/notified'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

test.group('A notification on paper', () => {
  test('waits at the office with its address, and no term runs against its addressee', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    const [letter] = await lettersInTray(town.id)
    assert.deepInclude(letter, { id, address: ADDRESS, expiresAt: null, state: 'available' })
    assert.equal(await letterCount(town.id), 1)
    assert.lengthOf(await rowsOf(town.id, 'SELECT 1 FROM jobs WHERE municipality_id = $1'), 0)
    assert.lengthOf(await auditRows(town.id, 'notifications.to_post'), 1)
  })

  test('is sent once for each order, whatever is done again', async ({ assert }) => {
    const town = await testTown()
    const order = {
      caseId: uuidv7(),
      personId: town.person.id,
      document: { id: uuidv7(), sha256: SHA },
      entryId: null,
      key: 'notify:1',
      subject: 'Resolution',
      address: ADDRESS,
      at: AVAILABLE,
    }
    const send = () => inTown(town.id, (trx) => sendOnPaper(trx, order))
    await send()
    await assert.rejects(send, /notifications_once/)
    assert.equal(await letterCount(town.id), 1)
  })

  test('can be opened in the folder, where the first date counts (Law 39/2015, arts. 41.7 and 42.1)', async ({
    assert,
  }) => {
    const town = await testTown()
    const { id } = await posted(town)
    const opened = await new AcceptNotification().execute(answerOf(town, id))
    assert.isTrue(opened.ok)
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'accepted')
    assert.equal(await letterCount(town.id), 1, 'until somebody has seen that it need not be posted')
  })

  test('is refused at the door, not in the folder', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    assert.deepEqual(await new RejectNotification().execute(answerOf(town, id)), {
      ok: false,
      error: 'on_paper',
    })
  })
})
