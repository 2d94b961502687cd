import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { GiveBack } from '#payments/actions/give_back'
import type { Visit } from '#tests/browser/pages/visit'
import type { StockedTown } from '#tests/browser/support/stocked_town'
import { answer, attempt, orderFor, paid } from '#tests/support/payments'

const IN_A_WEEK = 7 * 86_400_000

const LINE = {
  id: 'occupation',
  kind: 'charge' as const,
  quantity: '6',
  rate: '2.00',
  percent: null,
  base: null,
  amount: '12.00',
  article: 'Ordenanza 12, art. 6',
}

/** What has to be paid: one that waits, with the gateway's page, and one that was paid with a second payment on its way back. */
export async function paymentVisits({ office: { test }, cases }: StockedTown): Promise<Omit<Visit, 'as'>[]> {
  const at = new Date()
  const given = { caseId: cases.fresh, at, expiresAt: new Date(at.getTime() + IN_A_WEEK) }
  const [waiting, done] = [await orderFor(test, '27.30', given), await orderFor(test, '5.00', given)]
  const refused = await attempt(test, waiting, at)
  await answer(test, { outcome: 'refused', attemptId: refused.id }, at)
  const tried = await attempt(test, waiting, at)
  const before = (hours: number) => new Date(at.getTime() - hours * 3_600_000)
  const over = await orderFor(test, '8.00', { caseId: cases.fresh, at: before(3), expiresAt: before(1) })
  await attempt(test, over, before(2))
  const again = await orderFor(test, '9.00', given)
  await answer(test, { outcome: 'cancelled', attemptId: (await attempt(test, again, at)).id }, at)
  const twice = [await attempt(test, done, at), await attempt(test, done, at)]
  for (const { id } of twice) await answer(test, paid(id, 500, { settledAt: at }), at)
  return [
    { path: '/folder/payments' },
    { path: `/folder/payments/${waiting.id}`, state: 'waits' },
    { path: `/folder/payments/${over.id}`, state: 'in its day of grace' },
    { path: `/folder/payments/${again.id}`, state: 'cancelled and to be tried again' },
    { path: `/folder/payments/${done.id}`, state: 'paid' },
    { path: `/demo-gateway?attempt=${tried.id}` },
  ]
}

/** What the treasurer sees: of what was paid some is on its way back, and more may be given back. */
export async function treasuryVisits({ office: { test }, cases }: StockedTown): Promise<Omit<Visit, 'as'>[]> {
  const at = new Date()
  const given = { caseId: cases.fresh, at, expiresAt: new Date(at.getTime() + IN_A_WEEK) }
  const order = await orderFor(test, '12.00', { ...given, lines: [LINE] })
  await answer(test, paid((await attempt(test, order, at)).id, 1200, { settledAt: at }), at)
  const actor = { kind: 'officer' as const, id: test.officer.id }
  const back = {
    orderId: order.id,
    key: uuidv7(),
    amount: 450,
    reason: 'El mercado no se celebró.',
    actor,
    at,
  }
  unwrap(await new GiveBack().execute({ municipalityId: test.id, ...back }))
  return [
    { path: '/desk/payments' },
    { path: '/desk/payments?state=paid&from=2026-01-01' },
    {
      path: '/desk/payments?state=paid',
      state: 'being given back',
      then: ({ page, t }) =>
        page
          .getByRole('button', { name: t('desk.refunds.giveBackOf', { reference: order.reference }) })
          .click(),
    },
    {
      path: `/desk/cases/${cases.fresh}`,
      state: 'money',
      then: ({ page, t }) => page.getByRole('tab', { name: t('desk.case.parts.money') }).click(),
    },
    { path: '/desk/payments/refunds' },
    { path: '/desk/payments/refunds?state=stuck&from=2026-01-01', state: 'empty' },
  ]
}
