import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import { amountOf } from '#payments/domain/cents'
import { announceEnded } from '#payments/events'
import type { OrderState, PaymentOrder, Settlement } from '#payments/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** When it is written down; `countsFrom` where it happened before that. `money`: the settlement that paid it, and what its act says. */
type Ending = Moment & {
  countsFrom?: Date
  money?: { settlement: Settlement; act: Record<string, unknown> }
}

/** Ends an order that is locked and open, and tells whoever waits for it. The audit row comes last. */
export async function endOrder(
  trx: TownTransaction,
  order: PaymentOrder,
  state: Exclude<OrderState, 'open'>,
  { at, moved, countsFrom = at, money }: Ending
): Promise<void> {
  const ended: PaymentOrder = { ...order, state, endedAt: countsFrom }
  await trx.rows(
    `UPDATE payment_orders SET state = $3, ended_at = $4 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, order.id, state, countsFrom.toISOString()]
  )
  if (state !== 'expired')
    await trx.rows(
      `DELETE FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'payment_expiry' AND key = $3`,
      [trx.municipalityId, order.caseId, order.id]
    )
  await announceEnded(trx, { order: ended, settlement: money?.settlement ?? null, at: countsFrom, moved })
  const subject = { kind: 'payment_orders', id: order.id }
  const detail = {
    reference: order.reference,
    amount: amountOf(order.amount),
    endedAt: countsFrom.toISOString(),
    ...money?.act,
  }
  await appendAudit(
    trx,
    [{ actor: SYSTEM, action: `payments.${state}`, subject, detail }],
    moved ? at : undefined
  )
}
