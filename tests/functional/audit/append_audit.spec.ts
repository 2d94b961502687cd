import { test } from '@japa/runner'
import { appendAudit } from '#audit/actions/append_audit'
import { verifyAudit, type ChainedAudit } from '#audit/domain/audit_chain'
import { SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { countOf, rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

const row = (action: string, id = uuidv7()) => ({
  actor: SYSTEM,
  action,
  subject: { kind: 'town', id },
  detail: { reason: 'ñandú' },
})

const trailOf = (townId: string) =>
  rowsOf<ChainedAudit>(
    townId,
    `SELECT municipality_id AS municipality, sequence::int, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
            action, actor_kind || '/' || actor_id AS actor, subject_kind || '/' || subject_id AS subject, commitment,
            previous_hash AS "previousHash", hash
     FROM audit_entries WHERE municipality_id = $1 ORDER BY sequence`
  )

test.group('The audit trail of a town', () => {
  test('chains what each actor did, in one sequence', async ({ assert }) => {
    const { id } = await testTown()
    await inTown(id, (trx) => appendAudit(trx, [row('town.founded'), row('calendar.loaded')]))
    await inTown(id, (trx) => appendAudit(trx, [row('procedure.adopted')]))
    const trail = await trailOf(id)
    assert.deepEqual(
      trail.map(({ sequence, action }) => [Number(sequence), action]),
      [
        [1, 'town.founded'],
        [2, 'calendar.loaded'],
        [3, 'procedure.adopted'],
      ]
    )
    assert.deepEqual(verifyAudit(trail).faults, [])
  })

  test('stays one chain when many write at once', async ({ assert }) => {
    const { id } = await testTown()
    const many = Array.from({ length: 20 }, (_, index) => row(`test.act_${index}`))
    await Promise.all(many.map((one) => inTown(id, (trx) => appendAudit(trx, [one]))))
    const trail = await trailOf(id)
    assert.lengthOf(trail, 20)
    assert.deepEqual(verifyAudit(trail).faults, [])
  })

  test('never goes back in time, though a clock is moved', async ({ assert }) => {
    const { id } = await testTown()
    const write = (at: string) => inTown(id, (trx) => appendAudit(trx, [row('test.act')], new Date(at)))
    await write('2031-03-02T10:00:00Z')
    await write('2031-03-01T10:00:00Z')
    assert.deepEqual(
      (await trailOf(id)).map(({ at }) => at),
      Array(2).fill('2031-03-02T10:00:00.000000Z')
    )
  })

  test('holds nothing of an act whose transaction failed', async ({ assert }) => {
    const { id } = await testTown()
    await assert.rejects(() =>
      inTown(id, async (trx) => {
        await appendAudit(trx, [row('test.act')])
        throw new Error('the power went')
      })
    )
    await inTown(id, (trx) => appendAudit(trx, []))
    assert.lengthOf(await trailOf(id), 0)
  })

  test('is of a town that was founded, and of no other', async ({ assert }) => {
    const [one, other] = [await testTown(), await testTown()]
    await inTown(one.id, (trx) => appendAudit(trx, [row('test.act')]))
    assert.equal(await countOf(other.id, 'audit_entries'), 0)
    await assert.rejects(() => inTown(uuidv7(), (trx) => appendAudit(trx, [row('test.act')])), /not founded/)
  })

  test('can be changed by nobody', async ({ assert }) => {
    const { id } = await testTown()
    await inTown(id, (trx) => appendAudit(trx, [row('test.act')]))
    for (const change of [`UPDATE audit_entries SET action = 'x'`, 'DELETE FROM audit_entries'])
      await assert.rejects(() => rowsOf(id, `${change} WHERE municipality_id = $1`), /permission denied/)
  })
})
