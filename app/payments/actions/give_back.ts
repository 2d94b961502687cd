import { appendAudit } from '#audit/actions/append_audit'
import type { Actor, AuditRow } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { amountOf } from '#payments/domain/cents'
import { announceBack, lockBefore } from '#payments/events'
import { lockedOrder, orderById } from '#payments/queries/orders'
import { keptOf, refundOrderByKey } from '#payments/queries/refund_orders'
import { refundOrderRows } from '#payments/rows'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export interface GivenBack extends Moment {
  orderId: string
  /** Decides it once. */
  key: string
  /** In cents. */
  amount: number
  reason: string
  actor: Actor
}

/** `too_much`: more than what is left of what paid it. */
export type RefundFault = 'not_found' | 'not_paid' | 'no_amount' | 'no_reason' | 'too_much'

type Decided = Result<{ id: string; audit: AuditRow[] }, RefundFault>

/**
 * Decides to give back part or all of what paid an order, in the transaction of whoever decides (RDLeg 2/2004, art. 26.3;
 * Law 58/2003, art. 32). The gateway is asked by a job. The caller writes the audit rows last.
 */
export async function giveBack(trx: TownTransaction, given: GivenBack): Promise<Decided> {
  const { orderId, key, amount, at, actor, moved } = given
  const reason = given.reason.normalize('NFC').trim()
  const order = await lockedOrder(trx, orderId)
  if (!order) return err('not_found')
  const decided = await refundOrderByKey(trx, orderId, key)
  if (decided) return ok({ id: decided.id, audit: [] })
  if (!Number.isSafeInteger(amount) || amount <= 0) return err('no_amount')
  if (reason === '') return err('no_reason')
  const kept = await keptOf(trx, orderId)
  if (order.state !== 'paid' || !kept) return err('not_paid')
  if (amount > kept.cents) return err('too_much')
  const id = uuidv7(at.getTime())
  const row = {
    id,
    order_id: orderId,
    settlement_id: kept.settlement,
    key,
    amount,
    reason,
    ordered_at: at.toISOString(),
  }
  await insertRows(trx, refundOrderRows, [row])
  const input = { settlement: kept.settlement, refundOrder: id }
  await enqueue(trx, [newJob('refund', at, { case_id: order.caseId, key: id, input, max_attempts: 20 })])
  await announceBack(trx, { order, stage: 'ordered', amount, reason, actor, at, moved })
  const subject = { kind: 'payment_orders', id: orderId }
  const detail = {
    settlement: kept.settlement,
    refundOrder: id,
    amount: amountOf(amount),
    reason,
    row: rowDigest(refundOrderRows, row),
  }
  return ok({ id, audit: [{ actor, action: 'payments.refund_ordered', subject, detail }] })
}

/** The same by somebody's hand. */
export class GiveBack {
  execute({
    municipalityId,
    ...given
  }: GivenBack & { municipalityId: string }): Promise<Result<{ id: string }, RefundFault>> {
    return inTown(municipalityId, async (trx) => {
      const seen = await orderById(trx, given.orderId)
      if (!seen) return err('not_found')
      await lockBefore(trx, seen)
      const decided = await giveBack(trx, given)
      if (!decided.ok) return decided
      await appendAudit(trx, decided.value.audit, given.moved ? given.at : undefined)
      return ok({ id: decided.value.id })
    })
  }
}
