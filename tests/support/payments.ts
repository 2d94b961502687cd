import env from '#start/env'
import { appendAudit } from '#audit/actions/append_audit'
import { uuidv7 } from '#core/ids'
import { BeginAttempt } from '#payments/actions/begin_attempt'
import { orderPayment } from '#payments/actions/order_payment'
import { RecordAnswer } from '#payments/actions/record_answer'
import type { GatewayAnswer } from '#payments/contract'
import { DemoGateway } from '#payments/drivers/demo_gateway'
import { orderOf } from '#payments/queries/orders'
import type { FeeLine } from '#fees/index'
import type { PaymentOrder } from '#payments/types'
import { unwrap } from '#core/result'
import { inTown } from '#tenancy/town_transaction'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { testTown, type TestTown } from '#tests/support/town'

export const gateway = () => new DemoGateway(env.get('APP_KEY'))

export const ORDERED = new Date('2026-03-02T09:00:00Z')
export const EXPIRES = new Date('2026-03-22T23:00:00Z')

/** A demo town with a seal, for its proofs of payment. */
export async function payingTown(): Promise<TestTown> {
  const town = await testTown({ demo: true })
  await new IssueDemoSeal().execute(town.id, { name: 'Ajuntament de Prova', taxNumber: 'P4600000A' })
  return town
}

/** Somebody of a town is asked to pay. */
export async function orderFor(
  town: TestTown,
  total = '27.30',
  { caseId = uuidv7(), at = ORDERED, expiresAt = EXPIRES, lines = [] as FeeLine[] } = {}
): Promise<PaymentOrder> {
  const made = await inTown(town.id, async (trx) => {
    const order = await orderPayment(trx, {
      caseId,
      personId: town.person.id,
      key: uuidv7(),
      concept: 'Licencia de terraza',
      language: 'es',
      payer: { identifier: town.person.identifier, name: town.person.name },
      assessment: { accruedOn: '2026-03-02', values: [], lines, total },
      at,
      expiresAt,
      year: 2026,
    })
    await appendAudit(trx, order!.audit, at)
    return order
  })
  return (await orderOf(town.id, town.person.id, made!.id))!
}

export const attempt = async (town: TestTown, order: PaymentOrder, at = ORDERED) =>
  unwrap(
    await new BeginAttempt().execute({
      municipalityId: town.id,
      personId: town.person.id,
      orderId: order.id,
      gateway: 'demo',
      at,
    })
  ).attempt

export const answer = (town: TestTown, given: GatewayAnswer, at = ORDERED, by = 'demo') =>
  new RecordAnswer().execute({ municipalityId: town.id, gateway: by, answer: given, at, moved: true })

/** The gateway says that it took this money. */
export const paid = (
  attemptId: string,
  amount: number,
  { externalId = uuidv7(), settledAt = ORDERED } = {}
): GatewayAnswer => ({ outcome: 'paid', attemptId, externalId, amount, settledAt })
