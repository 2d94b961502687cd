import { refundSheet } from '#payments/domain/refund_proof'
import { proofJob } from '#payments/jobs/proof_job'
import { refundById } from '#payments/queries/refunds'

/** After money went back: the proof of it. */
export const refundProof = proofJob({
  kind: 'refund_proof',
  async write(town, proved, { refund: id }, writing) {
    const refund = await refundById(town.id, id as string)
    if (refund?.state !== 'done') throw new Error(`nothing of ${proved.order.id} went back by ${id}`)
    return refundSheet({ ...proved, refund }, writing)
  },
})
