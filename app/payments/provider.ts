import env from '#start/env'
import { registerJob } from '#core/jobs/registry'
import { DemoGateway } from '#payments/drivers/demo_gateway'
import { demoAnswer } from '#payments/jobs/demo_answer'
import { paymentExpiry } from '#payments/jobs/payment_expiry'
import { paymentProof } from '#payments/jobs/payment_proof'
import { paymentWithdrawal } from '#payments/jobs/payment_withdrawal'
import { refundJob } from '#payments/jobs/refund_job'
import { refundProof } from '#payments/jobs/refund_proof'
import { offerStagedGateway } from '#payments/queries/gateways'

/** What this office does after a commit, and the gateways it knows. */
export function offerPayments(): void {
  registerJob('payment_expiry', paymentExpiry)
  registerJob('payment_withdrawal', paymentWithdrawal)
  registerJob('refund', refundJob)
  registerJob('payment_proof', paymentProof)
  registerJob('refund_proof', refundProof)
  const demo = new DemoGateway(env.get('APP_KEY'))
  registerJob('demo_gateway_answer', demoAnswer(demo))
  offerStagedGateway(demo)
}
