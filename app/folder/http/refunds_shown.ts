import { listedDocument } from '#documents/queries/listed_document'
import type { wordsOf } from '#folder/http/words'
import { refundProofsOf, refundsOf } from '#payments/queries/refunds'
import type { PaymentOrder, Refund } from '#payments/types'

type Words = ReturnType<typeof wordsOf>

/** What of an order went back or is on its way to whoever paid: how much, why, when, and the proof of it. */
export async function refundsShown(municipalityId: string, order: PaymentOrder, words: Words) {
  const refunds = await refundsOf(municipalityId, order.id)
  const proofs = refunds.length > 0 ? await refundProofsOf(municipalityId, order) : new Map()
  return refunds.map((refund) => ({
    text: whatOf(refund, words),
    state: stateOf(refund, words),
    proof: proofs.has(refund.id) ? listedDocument(proofs.get(refund.id), words) : null,
  }))
}

const whatOf = ({ amount: cents, why, surplus }: Refund, { t, money }: Words) => {
  const amount = money(cents)
  return surplus
    ? t(`folder.payment.returned.${surplus}`, { amount })
    : t('folder.payment.givenBack', { amount, reason: why })
}

/** That the gateway could not do it yet is the office's affair: to them it is on its way. */
const stateOf = ({ askedAt, refundedAt, externalId }: Refund, { t, moment }: Words) =>
  refundedAt
    ? t('folder.payment.refundState.done', { date: moment(refundedAt), operation: externalId })
    : t('folder.payment.refundState.ordered', { date: moment(askedAt) })
