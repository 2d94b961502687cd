import type { Actor, AuditRow } from '#audit/types'
import { type Calendar, deadline, isWorkingDay, lastDateBefore } from '#deadlines/index'
import { lockBefore } from '#payments/events'
import { lockedOrder, openOrders } from '#payments/queries/orders'
import { orderRows } from '#payments/rows'
import type { PaymentOrder } from '#payments/types'
import { rowDigest, writtenSql } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'

export interface MovedOrder {
  order: PaymentOrder
  /** The last days to pay, before and after. */
  before: string
  lastDay: string
}

const NEXT = { amount: 1, unit: 'working_days' as const }

/**
 * A last day to pay that turns out to be closed moves to the next working one (Law 39/2015, art. 30.5); what somebody was
 * told is never shortened. The caller writes the audit rows last, each with the digest of its row as it is now.
 */
export async function moveOrderTerms(
  trx: TownTransaction,
  calendarOf: (caseId: string) => Promise<Calendar>,
  actor: Actor
): Promise<{ moved: MovedOrder[]; audit: AuditRow[] }> {
  const moved: MovedOrder[] = []
  const audit: AuditRow[] = []
  for (const seen of await openOrders(trx)) {
    const calendar = await calendarOf(seen.caseId)
    if (isWorkingDay(lastDayOf(seen, calendar), calendar)) continue
    await lockBefore(trx, seen)
    const order = await lockedOrder(trx, seen.id)
    if (order?.state !== 'open') continue
    const before = lastDayOf(order, calendar)
    const { lastDay, expiresAt } = deadline(NEXT, before, calendar)
    const row = await putOff(trx, order, expiresAt)
    moved.push({ order, before, lastDay })
    audit.push({
      actor,
      action: 'payments.term_moved',
      subject: { kind: 'payment_orders', id: order.id },
      detail: { reference: order.reference, before, lastDay, row },
    })
  }
  return { moved, audit }
}

const lastDayOf = ({ expiresAt }: PaymentOrder, { timeZone }: Calendar) =>
  lastDateBefore(expiresAt.toISOString(), timeZone)

/** Puts off the order and the job that watches it; answers the digest of its row. */
async function putOff(
  trx: TownTransaction,
  { id, caseId }: PaymentOrder,
  expiresAt: string
): Promise<string> {
  const [row] = await trx.rows(
    `UPDATE payment_orders o SET expires_at = $3 WHERE o.municipality_id = $1 AND o.id = $2 RETURNING ${writtenSql(orderRows, 'o')}`,
    [trx.municipalityId, id, expiresAt]
  )
  await trx.rows(
    `UPDATE jobs SET run_at = $4, input = input - 'heldUntil' WHERE municipality_id = $1 AND case_id = $2 AND kind = 'payment_expiry' AND key = $3`,
    [trx.municipalityId, caseId, id, expiresAt]
  )
  return rowDigest(orderRows, row!)
}
