import { figuresOf } from '#core/locale'
import { dateText, instantText, partyText, sealBlock, type Sheet, type Writing } from '#documents/index'
import { feeRows } from '#fees/index'
import type { PaymentOrder, Settlement } from '#payments/types'

/** What whoever asked for the money calls it. */
export interface OrderWords {
  /** A line of the fee, by its id. */
  label(id: string): string
  caseNumber: string | null
}

interface Proof {
  order: PaymentOrder
  settlement: Settlement
  words: OrderWords
  /** Who was paid. */
  entity: string
}

/** What a proof of payment must say (Royal Decree 939/2005, art. 41), with how the amount was reckoned. */
export function proofSheet({ order, settlement, words, entity }: Proof, writing: Writing): Sheet {
  const t = (id: string) => writing.translate(`payments.proof.${id}`)
  const fact = (label: string, value: string | null) => (value ? [{ label: t(label), value }] : [])
  const { money } = figuresOf(writing.language)
  const { lines } = feeRows(order.assessment, {
    label: words.label,
    t: writing.translate,
    ...figuresOf(writing.language),
  })
  return {
    language: writing.language,
    title: t('title'),
    blocks: [
      {
        kind: 'highlight',
        label: t('amount'),
        value: money(order.amount),
        facts: fact('paidAt', instantText(settlement.settledAt.toISOString(), writing)),
      },
      { kind: 'heading', text: t('what') },
      {
        kind: 'facts',
        facts: [
          ...fact('payer', partyText(order.payer)),
          ...fact('concept', order.concept),
          ...fact('case', words.caseNumber),
          ...fact('reference', order.reference),
          ...fact('accruedOn', dateText(order.assessment.accruedOn, writing)),
          ...fact('gateway', writing.translate(`payments.names.${settlement.gateway}`)),
          ...fact('operation', settlement.externalId),
          ...fact('entity', entity),
        ],
      },
      ...(lines.length > 0
        ? [
            { kind: 'heading' as const, text: t('lines') },
            {
              kind: 'facts' as const,
              facts: lines.map(({ label, reckoned, article, amount }) => ({
                label: [label, reckoned].filter(Boolean).join(': '),
                value: article ? `${amount} (${article})` : amount,
              })),
            },
          ]
        : []),
      sealBlock(entity, writing, true),
    ],
  }
}
