import { test } from '@japa/runner'
import { PlayDemo } from '#payments/actions/play_demo'
import { DEMO_WISHES, type DemoWish } from '#payments/domain/demo_plan'
import { orderOf, settlementsOf } from '#payments/queries/orders'
import { attempt, EXPIRES, gateway, ORDERED, orderFor, payingTown } from '#tests/support/payments'
import { settle, workUntil } from '#tests/support/worker'
import { townById } from '#tenancy/queries/towns'

/** What becomes of an order at the demonstration gateway: at once, and in the end. */
async function play(wish: DemoWish) {
  const town = await payingTown()
  const order = await orderFor(town)
  const { id } = await attempt(town, order)
  const state = async () => (await orderOf(town.id, town.person.id, order.id))!.state
  const chosen = { town: (await townById(town.id))!, attemptId: id, wish, at: ORDERED }
  await new PlayDemo(gateway()).execute(chosen)
  const atOnce = await state()
  const again = await new PlayDemo(gateway()).execute(chosen)
  await settle(town.id, ORDERED)
  await workUntil(town.id, new Date(EXPIRES.getTime() + 5000), ORDERED)
  const came = (await settlementsOf(town.id, order.id)).map(({ effect, reason }) => reason ?? effect)
  return { atOnce, atLast: await state(), came, again }
}

const EXPECTED: Record<DemoWish, { atOnce: string; atLast: string; came: string[] }> = {
  pay: { atOnce: 'paid', atLast: 'paid', came: ['pays'] },
  refuse: { atOnce: 'open', atLast: 'expired', came: [] },
  cancel: { atOnce: 'open', atLast: 'expired', came: [] },
  late: { atOnce: 'open', atLast: 'paid', came: ['pays'] },
  twice: { atOnce: 'paid', atLast: 'paid', came: ['pays'] },
  after_term: { atOnce: 'open', atLast: 'expired', came: ['too_late'] },
  wrong_amount: { atOnce: 'open', atLast: 'expired', came: ['wrong_amount'] },
}

test.group('At the demonstration gateway', () => {
  for (const wish of DEMO_WISHES)
    test(`whoever chooses ${wish} sees it happen, once`, async ({ assert }) => {
      const { again, ...found } = await play(wish)
      assert.deepEqual(found, EXPECTED[wish])
      assert.isTrue(again, 'chosen twice, it has happened once')
    })
})
