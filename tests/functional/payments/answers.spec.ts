import { test } from '@japa/runner'
import { orderOf, settlementsOf } from '#payments/queries/orders'
import { heardLog } from '#tests/support/heard_log'
import { attempt, gateway, orderFor } from '#tests/support/payments'
import { testTown, type TestTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

const PATH = '/payments/answers/demo'
const IN_A_DAY = new Date(Date.now() + 86_400_000)

/** An order with an attempt, what the gateway posts of it, and the gateway's own road to the town. */
async function paidAtTheGateway(town: TestTown) {
  const now = new Date()
  const order = await orderFor(town, '27.30', { at: now, expiresAt: IN_A_DAY })
  const { id: attemptId } = await attempt(town, order, now)
  const operation = { attemptId, externalId: '000000000007', amount: 2730, settledAt: now }
  const fields = gateway().fieldsOf({ ...operation, outcome: 'paid' })
  return { order, fields, state: async () => (await orderOf(town.id, town.person.id, order.id))!.state }
}

const post = async ({ host }: TestTown, fields: Record<string, string>, path = PATH) => {
  const { status, body } = await new Visitor(host).submit(path, fields)
  return { status, body: body.startsWith('{') ? JSON.parse(body) : {} }
}

test.group('What a gateway posts', () => {
  test('is taken twice and counts once, without a session or a token of ours', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const { order, fields, state } = await paidAtTheGateway(town)
    assert.deepEqual(await post(town, fields), { status: 200, body: { recorded: 'paid' } })
    assert.deepEqual(await post(town, fields), { status: 200, body: { recorded: 'repeated' } })
    assert.equal(await state(), 'paid')
    assert.lengthOf(await settlementsOf(town.id, order.id), 1)
  })

  test('is refused when it is forged, nothing is written, and the log warns without its fields', async ({
    assert,
    cleanup,
  }) => {
    const town = await testTown({ demo: true })
    const warnings = heardLog({ cleanup })
    const { order, fields, state } = await paidAtTheGateway(town)
    for (const [field, value] of [
      ['amount', '1'],
      ['signature', 'AAAA'],
      ['outcome', 'refused'],
    ])
      assert.equal((await post(town, { ...fields, [field!]: value! })).status, 403, field)
    assert.equal((await post(town, {})).status, 403)
    const said = 'an answer of a gateway is refused'
    const warning = [{ town: town.id, gateway: 'demo', fault: 'forged' }, said]
    assert.deepEqual(
      warnings.filter((one) => Array.isArray(one) && one[1] === said),
      Array(4).fill(warning)
    )
    assert.equal(await state(), 'open')
    assert.isEmpty(await settlementsOf(town.id, order.id))
  })

  test('is not there for an attempt of another town, a gateway that is none, or a town without it', async ({
    assert,
  }) => {
    const town = await testTown({ demo: true })
    const { fields, state } = await paidAtTheGateway(town)
    assert.equal((await post(await testTown({ demo: true }), fields)).status, 404)
    assert.equal((await post(town, fields, '/payments/answers/constructor')).status, 404)
    assert.equal((await post(await testTown(), fields)).status, 404)
    assert.equal(await state(), 'open')
  })
})
