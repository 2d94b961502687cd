import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { keepUnexplained } from '#payments/actions/keep_unexplained'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { heardLog } from '#tests/support/heard_log'
import { answer, attempt, ORDERED, orderFor, paid, payingTown } from '#tests/support/payments'

test.group('Money that nothing explains', () => {
  test('leaves what the gateway said of it, once however often it is told', async ({ assert, cleanup }) => {
    const town = await payingTown()
    const warnings = heardLog({ cleanup })
    const attemptId = uuidv7()
    const news = { outcome: 'paid', attemptId, externalId: 'OP7', amount: 2730, settledAt: ORDERED } as const
    const told = { riddle: 'unknown_attempt', at: ORDERED } as const
    for (const _ of ['once', 'twice'])
      await inTown(town.id, (trx) => keepUnexplained(trx, 'demo', news, told))
    const detail = {
      riddle: 'unknown_attempt',
      attempt: attemptId,
      externalId: 'OP7',
      amount: '27.30',
      settledAt: ORDERED.toISOString(),
    }
    assert.deepEqual(await auditRows(town.id, 'payments.unexplained'), [
      { actor: 'system', subject: 'demo', detail },
    ])
    const warning = [
      { town: town.id, gateway: 'demo', riddle: 'unknown_attempt' },
      'a gateway tells of money that nothing explains',
    ]
    assert.deepEqual(warnings, [warning, warning])
  })

  test('is kept although the gateway is told that we know of no such attempt', async ({ assert }) => {
    const town = await payingTown()
    assert.equal(await answer(town, paid(uuidv7(), 2730)), 'unknown')
    assert.lengthOf(await auditRows(town.id, 'payments.unexplained'), 1)
  })

  test('is told apart from the money that its operation has paid with before', async ({ assert }) => {
    const town = await payingTown()
    const { id } = await attempt(town, await orderFor(town))
    await answer(town, paid(id, 2730, { externalId: 'OP7' }))
    await answer(town, paid(id, 2730, { externalId: 'OP7' }))
    assert.isEmpty(await auditRows(town.id, 'payments.unexplained'))
    await answer(town, paid(id, 9999, { externalId: 'OP7' }))
    const [row] = await auditRows(town.id, 'payments.unexplained')
    assert.deepInclude(row!.detail, { riddle: 'other_operation', attempt: id, amount: '99.99' })
  })

  test('is no matter when no money came', async ({ assert }) => {
    const town = await payingTown()
    assert.equal(await answer(town, { outcome: 'refused', attemptId: uuidv7() }), 'unknown')
    assert.isEmpty(await auditRows(town.id, 'payments.unexplained'))
  })
})
