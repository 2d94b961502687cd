import { enqueue, newJob } from '#core/jobs/enqueue'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Has an order end that nobody waits for any more, after the commit: its act is the last of another transaction. */
export const withdrawOrder = (
  trx: TownTransaction,
  { orderId, caseId, at }: { orderId: string; caseId: string; at: Date }
): Promise<void> =>
  enqueue(trx, [
    newJob('payment_withdrawal', at, { case_id: caseId, key: orderId, input: { order: orderId } }),
  ])
