import { proofSheet } from '#payments/domain/proof'
import { proofJob } from '#payments/jobs/proof_job'
import { settlementById } from '#payments/queries/orders'
import { inTown } from '#tenancy/town_transaction'

/** After an order was paid: the proof of it. */
export const paymentProof = proofJob({
  kind: 'payment_proof',
  async write(town, proved, { settlement: id }, writing) {
    const settlement = await inTown(town.id, (trx) => settlementById(trx, id as string))
    if (!settlement) throw new Error(`no payment of ${proved.order.id} by ${id}`)
    return proofSheet({ ...proved, settlement }, writing)
  },
})
