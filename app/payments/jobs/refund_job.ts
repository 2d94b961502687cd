import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { amountOf } from '#payments/domain/cents'
import { gatewayNamed } from '#payments/queries/gateways'
import { settlementById } from '#payments/queries/orders'
import { refundRows } from '#payments/rows'
import { insertRows } from '#tenancy/insert_rows'
import { townById } from '#tenancy/queries/towns'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

/** Gives back money that pays nothing (undue payment: Royal Decree 520/2005, art. 15). */
export const refundJob: JobHandler = {
  async run(job, { at, moved }) {
    const { municipalityId } = job
    const town = (await townById(municipalityId))!
    const settlement = await inTown(municipalityId, (trx) =>
      settlementById(trx, job.input['settlement'] as string)
    )
    if (!settlement) throw new Error(`no settlement ${job.input['settlement']}`)
    const gateway = gatewayNamed(settlement.gateway)
    if (!gateway) throw new Error(`no gateway "${settlement.gateway}" to refund through`)
    const { externalId } = await gateway.refund(town, settlement)
    await inTown(municipalityId, async (trx) => {
      await finishJob(trx, job)
      const row = {
        id: uuidv7(at.getTime()),
        settlement_id: settlement.id,
        order_id: settlement.orderId,
        amount: settlement.amount,
        external_id: externalId,
        refunded_at: at.toISOString(),
      }
      await insertRows(trx, refundRows, [row])
      const subject = { kind: 'payment_orders', id: settlement.orderId }
      const detail = {
        settlement: settlement.id,
        refund: row.id,
        amount: amountOf(settlement.amount),
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
