import { appendAudit } from '#audit/actions/append_audit'
import { uuidv7 } from '#core/ids'
import { type Result, err, ok } from '#core/result'
import { isPayable } from '#payments/domain/term'
import { lockedOrder } from '#payments/queries/orders'
import { attemptRows } from '#payments/rows'
import type { OrderState, PaymentAttempt, PaymentOrder } from '#payments/types'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

export interface AttemptInput {
  municipalityId: string
  personId: string
  orderId: string
  gateway: string
  at: Date
}

export type AttemptRefusal = { code: 'not_found' } | { code: 'ended'; state: Exclude<OrderState, 'open'> }

/** A person goes to a gateway to pay their order. Going twice is no harm: money counts once, what is too much goes back. */
export class BeginAttempt {
  execute({
    municipalityId,
    personId,
    orderId,
    gateway,
    at,
  }: AttemptInput): Promise<Result<{ order: PaymentOrder; attempt: PaymentAttempt }, AttemptRefusal>> {
    return inTown(municipalityId, async (trx) => {
      const order = await lockedOrder(trx, orderId)
      if (!order || order.personId !== personId) return err({ code: 'not_found' })
      if (order.state !== 'open') return err({ code: 'ended', state: order.state })
      if (!isPayable(order, at)) return err({ code: 'ended', state: 'expired' })
      const attempt: PaymentAttempt = {
        id: uuidv7(at.getTime()),
        orderId,
        gateway,
        state: 'started',
        startedAt: at,
        endedAt: null,
      }
      const row = { id: attempt.id, order_id: orderId, gateway, started_at: at.toISOString() }
      await insertRows(trx, attemptRows, [row])
      const subject = { kind: 'payment_orders', id: orderId }
      await appendAudit(trx, [
        {
          actor: { kind: 'person', id: personId },
          action: 'payments.begun',
          subject,
          detail: { attempt: attempt.id, gateway, row: rowDigest(attemptRows, row) },
        },
      ])
      return ok({ order, attempt })
    })
  }
}
