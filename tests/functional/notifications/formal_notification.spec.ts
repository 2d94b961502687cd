import { test } from '@japa/runner'
import { appendAudit } from '#audit/actions/append_audit'
import { uuidv7 } from '#core/ids'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { RejectNotification } from '#notifications/actions/reject_notification'
import { makeAvailable } from '#notifications/actions/make_available'
import { notificationOf, notificationsOf, waitingNotifications } from '#notifications/queries/notifications'
import { type TestTown, addPerson, testTown } from '#tests/support/town'
import { workUntil } from '#tests/support/worker'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

const AVAILABLE = new Date('2026-07-01T07:00:00Z')
const SHA = 'a'.repeat(64)

async function available(town: TestTown, personId = town.person.id) {
  const calendar = await calendarOf(town.id)
  return inTown(town.id, async (trx) => {
    const made = await makeAvailable(trx, {
      caseId: uuidv7(),
      personId,
      document: { id: uuidv7(), sha256: SHA },
      entryId: null,
      key: uuidv7(),
      subject: 'Resolution',
      calendar,
      at: AVAILABLE,
    })
    await appendAudit(trx, made.audit, AVAILABLE)
    return made
  })
}

const addressee = (town: TestTown) => ({
  personId: town.person.id,
  identifier: town.person.identifier,
  level: 'substantial',
  method: 'demo',
})

const auditOf = (town: TestTown, id: string) =>
  inTown(town.id, (trx) =>
    trx.rows<{ action: string; actor_kind: string; detail: any }>(
      `SELECT action, actor_kind, detail FROM audit_entries WHERE municipality_id = $1 AND subject_id = $2 ORDER BY sequence`,
      [town.id, id]
    )
  )

test.group('A formal notification (Law 39/2015, arts. 40-43)', () => {
  test('can be opened for ten natural days, also if the last one is closed', async ({ assert }) => {
    const town = await testTown()
    const made = await available(town)
    assert.equal(made.lastDay, '2026-07-11')
    assert.equal(made.expiresAt, '2026-07-11T22:00:00.000Z')
    assert.equal(await waitingNotifications(town.id, town.person.id), 1)
  })

  test('keeps who opened it, when, how surely, and the digest of what they opened', async ({ assert }) => {
    const town = await testTown()
    const { id } = await available(town)
    const at = new Date('2026-07-02T09:15:00Z')
    const given = { municipalityId: town.id, notificationId: id, addressee: addressee(town), at, moved: true }
    const opened = await new AcceptNotification().execute(given)
    assert.isTrue(opened.ok)
    const kept = await notificationOf(town.id, town.person.id, id)
    assert.equal(kept?.state, 'accepted')
    assert.deepEqual(kept?.actedAt, at)
    assert.deepInclude(kept?.evidence as any, {
      available: { at: AVAILABLE.toISOString() },
      accepted: {
        at: at.toISOString(),
        identifier: town.person.identifier,
        level: 'substantial',
        method: 'demo',
      },
    })
    assert.equal((kept?.evidence['document'] as any).sha256, SHA)
    const trail = await auditOf(town, id)
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['notifications.made_available', 'notifications.accepted']
    )
    assert.equal(trail[1]?.actor_kind, 'person')
  })

  test('opened twice is opened once', async ({ assert }) => {
    const town = await testTown()
    const { id } = await available(town)
    const given = {
      municipalityId: town.id,
      notificationId: id,
      addressee: addressee(town),
      at: new Date('2026-07-02T09:15:00Z'),
    }
    await new AcceptNotification().execute(given)
    const again = await new AcceptNotification().execute({ ...given, at: new Date('2026-07-03T09:15:00Z') })
    assert.deepEqual(again.ok && again.value.actedAt, new Date('2026-07-02T09:15:00Z'))
    assert.lengthOf(await auditOf(town, id), 2)
    const refused = await new RejectNotification().execute(given)
    assert.deepEqual(refused, { ok: false, error: 'already_practised' })
  })

  test('is nobody else’s: another person finds nothing', async ({ assert }) => {
    const town = await testTown()
    const other = await addPerson(town.id)
    const { id } = await available(town)
    const given = { municipalityId: town.id, notificationId: id, at: new Date('2026-07-02T09:15:00Z') }
    const answer = await new AcceptNotification().execute({
      ...given,
      addressee: { ...addressee(town), personId: other.id },
    })
    assert.deepEqual(answer, { ok: false, error: 'not_found' })
    assert.isNull(await notificationOf(town.id, other.id, id))
    assert.lengthOf(await notificationsOf(town.id, other.id), 0)
  })

  test('not opened in ten days counts as rejected, and can be opened no more', async ({ assert }) => {
    const town = await testTown()
    const { id, expiresAt } = await available(town)
    await workUntil(town.id, new Date('2026-07-11T21:59:59Z'))
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'available')
    const late = {
      municipalityId: town.id,
      notificationId: id,
      addressee: addressee(town),
      at: new Date(expiresAt),
    }
    assert.deepEqual(await new AcceptNotification().execute(late), { ok: false, error: 'already_practised' })
    assert.deepEqual(await workUntil(town.id, new Date(expiresAt)), [])
    const kept = await notificationOf(town.id, town.person.id, id)
    assert.equal(kept?.state, 'expired')
    assert.deepEqual((await auditOf(town, id)).at(-1)?.action, 'notifications.expired')
  })

  test('rejected lets the procedure go on at once', async ({ assert }) => {
    const town = await testTown()
    const { id } = await available(town)
    const given = {
      municipalityId: town.id,
      notificationId: id,
      addressee: addressee(town),
      at: new Date('2026-07-02T09:15:00Z'),
    }
    const answer = await new RejectNotification().execute(given)
    assert.equal(answer.ok && answer.value.state, 'rejected')
    assert.deepEqual(await workUntil(town.id, new Date('2026-08-01T00:00:00Z')), [])
    assert.equal((await notificationOf(town.id, town.person.id, id))?.state, 'rejected')
  })
})
