import { recordEvent } from '#cases/actions/record_event'
import { amountOf } from '#payments/domain/cents'
import type { MoneyGoesBack } from '#payments/events'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Money of a case is to go back, or has gone: a line of its history. The case stays where it is. */
export async function moneyGoesBack(
  trx: TownTransaction,
  { order, stage, amount, reason, actor, at }: MoneyGoesBack
): Promise<void> {
  await recordEvent(
    trx,
    { caseFile: { id: order.caseId }, at, actor },
    {
      kind: stage === 'done' ? 'payment_refunded' : 'refund_ordered',
      public: true,
      data: { order: order.id, reference: order.reference, amount: amountOf(amount), reason },
    }
  )
}
