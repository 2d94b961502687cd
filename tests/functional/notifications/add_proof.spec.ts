import { test } from '@japa/runner'
import { addProof } from '#notifications/actions/add_proof'
import { lockedNotification } from '#notifications/queries/notifications'
import { auditRows } from '#tests/support/audit_rows'
import { actOn, OPENED, posted } from '#tests/support/notified'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

test.group('An act that leaves a notification as it stands', () => {
  test('adds its proof to what was kept before, in the trail under who did it', async ({ assert }) => {
    const town = await testTown()
    const { id } = await posted(town)
    const given = actOn(town, id, OPENED)
    const [before, after] = await inTown(town.id, async (trx) => {
      const notification = (await lockedNotification(trx, id))!
      await addProof(trx, notification, 'returned', { ...given, proof: { on: '2026-07-02' } })
      return [notification, (await lockedNotification(trx, id))!]
    })
    assert.deepEqual(after, {
      ...before,
      evidence: { ...before.evidence, returned: { on: '2026-07-02' } },
    })
    assert.deepEqual(
      (await auditRows(town.id, 'notifications.returned')).map(({ actor, subject, detail }) => ({
        actor,
        subject,
        detail,
      })),
      [{ actor: town.officer.id, subject: id, detail: { on: '2026-07-02' } }]
    )
  })
})
