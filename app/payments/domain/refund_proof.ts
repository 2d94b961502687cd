import { figuresOf } from '#core/locale'
import { instantText, partyText, sealBlock, type Sheet, type Writing } from '#documents/index'
import type { OrderWords } from '#payments/domain/proof'
import type { PaymentOrder, Refund } from '#payments/types'

interface Given {
  order: PaymentOrder
  refund: Refund
  words: OrderWords
  /** Who gave it back. */
  entity: string
}

/** What a proof of a refund says: how much of which payment went back, to whom, why, when and by which operation. */
export function refundSheet({ order, refund, words, entity }: Given, writing: Writing): Sheet {
  const t = (id: string) => writing.translate(`payments.proof.${id}`)
  const fact = (label: string, value: string | null) => (value ? [{ label: t(label), value }] : [])
  const { money } = figuresOf(writing.language)
  const why = refund.why ?? writing.translate(`payments.surplus.${refund.surplus}`)
  return {
    language: writing.language,
    title: t('refundTitle'),
    blocks: [
      {
        kind: 'highlight',
        label: t('refunded'),
        value: money(refund.amount),
        facts: fact('refundedAt', instantText(refund.refundedAt!.toISOString(), writing)),
      },
      { kind: 'heading', text: t('ofWhat') },
      {
        kind: 'facts',
        facts: [
          ...fact('paidBy', partyText(order.payer)),
          ...fact('concept', order.concept),
          ...fact('why', why),
          ...fact('case', words.caseNumber),
          ...fact('reference', order.reference),
          ...fact('refundGateway', writing.translate(`payments.names.${refund.gateway}`)),
          ...fact('refundOperation', refund.externalId),
          ...fact('operation', refund.paidBy),
          ...fact('refunder', entity),
        ],
      },
      sealBlock(entity, writing, true),
    ],
  }
}
