import { figuresOf } from '#core/locale'
import type { Block } from '#documents/domain/sheet'
import type { Writing } from '#documents/domain/words'
import { type Assessment, feeRows } from '#fees/index'

/** A fee as it was reckoned, each figure with its article (Royal Legislative Decree 2/2004); nothing where there is none. */
export function feeBlock(fee: Assessment | null, label: (id: string) => string, writing: Writing): Block[] {
  if (!fee) return []
  const { values, lines, total, late } = feeRows(fee, {
    label,
    t: writing.translate,
    ...figuresOf(writing.language),
  })
  const within = (text: string, article: string | null) => (article ? `${text} (${article})` : text)
  return [
    {
      kind: 'facts',
      fee: true,
      facts: [
        ...values.map((one) => ({ label: one.label, value: within(one.value, one.article) })),
        ...lines.map((one) => {
          const reckoned = one.reckoned ? `${one.reckoned} = ${one.amount}` : one.amount
          return { label: one.label, value: within(reckoned, one.article) }
        }),
        { label: writing.translate('documents.fee.total'), value: total },
      ],
    },
    ...(late ? [{ kind: 'paragraph' as const, text: late }] : []),
  ]
}
