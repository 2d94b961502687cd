import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import type { GatewayAnswer, PaymentGateway } from '#payments/contract'
import { settlementsOf } from '#payments/queries/orders'
import type { PaymentAttempt, PaymentOrder } from '#payments/types'
import { townById } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'
import { answer, attempt, ORDERED, orderFor, paid } from '#tests/support/payments'
import { testTown, type TestTown } from '#tests/support/town'

/** A gateway with somebody behind it who pays or does not: a sandbox, or a stand-in that signs as it does. */
export interface Bench {
  gateway: PaymentGateway
  /** A town that may use it, and one that may not. */
  towns(): Promise<[offers: TestTown, other: TestTown]>
  /** Somebody pays this attempt, or their bank refuses; answers what the gateway then posts to us. */
  happen(
    town: Town,
    order: PaymentOrder,
    attempt: PaymentAttempt,
    outcome: 'paid' | 'refused'
  ): Promise<Record<string, string>>
}

/** What every gateway does alike. `bench` is called once for each test. */
export function behavesAsGateway(name: string, bench: () => Bench): void {
  const ready = async () => {
    const given = bench()
    const [test_, other] = await given.towns()
    const [town, elsewhere] = [(await townById(test_.id))!, (await townById(other.id))!]
    const order = await orderFor(test_)
    return { ...given, test: test_, town, elsewhere, order, tried: await attempt(test_, order) }
  }

  test.group(`The gateway "${name}", as any`, () => {
    test('is offered to the towns that may use it alone', async ({ assert }) => {
      const { gateway, town, elsewhere } = await ready()
      assert.equal(gateway.name, name)
      assert.isTrue(gateway.available(town))
      assert.isFalse(gateway.available(elsewhere))
    })

    test('sends the browser to a page of its own, with fields that are text', async ({ assert }) => {
      const { gateway, town, order, tried } = await ready()
      const { url, method, fields } = await gateway.begin(town, order, tried, 'https://town.example/back')
      assert.match(url, /^(https:\/\/|\/[^/])/)
      assert.include(['GET', 'POST'], method)
      for (const value of Object.values(fields)) assert.isString(value)
      if (!url.startsWith('/')) assert.include(gateway.sites(town), new URL(url).origin)
    })

    test('tells of money with the attempt, its own number, the cents and the instant', async ({ assert }) => {
      const { gateway, town, order, tried, happen } = await ready()
      const read = await gateway.read(town, await happen(town, order, tried, 'paid'))
      if (!read.ok || read.value.outcome !== 'paid') return assert.fail(JSON.stringify(read))
      const { attemptId, amount, externalId, settledAt } = read.value
      assert.deepEqual([attemptId, amount], [tried.id, order.amount])
      assert.isNotEmpty(externalId)
      assert.isFalse(Number.isNaN(settledAt.getTime()))
    })

    test('tells of a refusal without money', async ({ assert }) => {
      const { gateway, town, order, tried, happen } = await ready()
      const read = await gateway.read(town, await happen(town, order, tried, 'refused'))
      assert.deepEqual(read, { ok: true, value: { outcome: 'refused', attemptId: tried.id } })
    })

    test('is not believed when a single field is another, or is gone', async ({ assert }) => {
      const { gateway, town, order, tried, happen } = await ready()
      const posted = await happen(town, order, tried, 'paid')
      for (const [field, value] of Object.entries(posted)) {
        const others = [`${value}0`, `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`, '']
        for (const other of others) {
          const { ok } = await gateway.read(town, { ...posted, [field]: other })
          assert.isFalse(ok, `${field} = ${other}`)
        }
        const { [field]: _, ...less } = posted
        assert.isFalse((await gateway.read(town, less)).ok, `without ${field}`)
      }
      for (const nonsense of [{}, { toString: 'x' }, { signature: ['a', 'b'] }])
        assert.isFalse((await gateway.read(town, nonsense)).ok)
    })

    test('says when asked what it posted, and nothing of what it does not know', async ({ assert }) => {
      const { gateway, town, order, tried, happen } = await ready()
      assert.isNull(await gateway.inquire(town, tried))
      const posted = await gateway.read(town, await happen(town, order, tried, 'paid'))
      assert.isTrue(posted.ok)
      assert.deepEqual(await gateway.inquire(town, tried), posted.ok ? posted.value : null)
      assert.isNull(await gateway.inquire(town, { ...tried, id: uuidv7() }))
    })

    test('gives each part back once, however often it is asked, and all parts no more than what came', async ({
      assert,
    }) => {
      const { gateway, test: person, town, order, tried, happen } = await ready()
      const read = await gateway.read(town, await happen(town, order, tried, 'paid'))
      const { externalId } = (read as { value: Extract<GatewayAnswer, { outcome: 'paid' }> }).value
      await answer(
        person,
        paid(tried.id, order.amount + 1, { externalId, settledAt: ORDERED }),
        ORDERED,
        name
      )
      const [settlement] = await settlementsOf(town.id, order.id)
      const part = { key: uuidv7(), amount: 1000 }
      const give = () => gateway.refund(town, settlement!, part)
      const [one, two] = [await give(), await give()]
      assert.isNotEmpty(one.externalId)
      assert.deepEqual(one, two)
      const rest = { key: uuidv7(), amount: settlement!.amount - 1000 }
      assert.notEqual((await gateway.refund(town, settlement!, rest)).externalId, one.externalId)
      await assert.rejects(() => gateway.refund(town, settlement!, { key: uuidv7(), amount: 1 }))
    })
  })
}

/** A town of demonstration, and one that is none. */
export const demoAndOther = async (): Promise<[TestTown, TestTown]> => [
  await testTown({ demo: true }),
  await testTown(),
]
