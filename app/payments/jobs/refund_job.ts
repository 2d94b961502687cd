import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler } from '#core/jobs/types'
import { amountOf } from '#payments/domain/cents'
import { announceBack, lockBefore } from '#payments/events'
import { gatewayNamed } from '#payments/queries/gateways'
import { orderById, settlementById } from '#payments/queries/orders'
import { refundOrderById } from '#payments/queries/refund_orders'
import { refundRows } from '#payments/rows'
import { insertRows } from '#tenancy/insert_rows'
import { townById } from '#tenancy/queries/towns'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

/** What goes back of which money: as the office decided, or whole, since it pays nothing. */
async function whatGoesBack({ municipalityId, input }: HeldJob) {
  const [id, orderedBy] = [input['settlement'] as string, (input['refundOrder'] ?? null) as string | null]
  const [settlement, decided, order] = await inTown(municipalityId, async (trx) => {
    const found = await settlementById(trx, id)
    return [
      found,
      orderedBy === null ? null : await refundOrderById(trx, orderedBy),
      found && (await orderById(trx, found.orderId)),
    ] as const
  })
  if (!settlement || !order) throw new Error(`no settlement ${id}`)
  if (orderedBy !== null && decided?.settlementId !== id) throw new Error(`no refund order ${orderedBy}`)
  return { settlement, order, decided }
}

/** Gives money back: what pays nothing (undue payment: Royal Decree 520/2005, art. 15), or what the office decided to. */
export const refundJob: JobHandler = {
  async run(job, { at, moved }) {
    const { municipalityId } = job
    const town = (await townById(municipalityId))!
    const { settlement, order, decided } = await whatGoesBack(job)
    const gateway = gatewayNamed(settlement.gateway)
    if (!gateway) throw new Error(`no gateway "${settlement.gateway}" to refund through`)
    const { id: key, amount } = decided ?? settlement
    const { externalId } = await gateway.refund(town, settlement, { key, amount })
    await inTown(municipalityId, async (trx) => {
      await lockBefore(trx, order)
      await finishJob(trx, job)
      const row = {
        id: uuidv7(at.getTime()),
        settlement_id: settlement.id,
        order_id: order.id,
        amount,
        external_id: externalId,
        refunded_at: at.toISOString(),
        refund_order_id: decided?.id ?? null,
      }
      await insertRows(trx, refundRows, [row])
      const proved = { order: order.id, refund: key }
      await enqueue(trx, [newJob('refund_proof', at, { case_id: order.caseId, key, input: proved })])
      const reason = decided?.reason ?? null
      await announceBack(trx, { order, stage: 'done', amount, reason, actor: SYSTEM, at, moved })
      const subject = { kind: 'payment_orders', id: order.id }
      const detail = {
        settlement: settlement.id,
        refund: row.id,
        ...(decided && { refundOrder: decided.id }),
        amount: amountOf(amount),
        externalId,
        row: rowDigest(refundRows, row),
      }
      await appendAudit(
        trx,
        [{ actor: SYSTEM, action: 'payments.refunded', subject, detail }],
        moved ? at : undefined
      )
    })
  },
}
