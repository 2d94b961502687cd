import type { Assessment } from '#fees/types'

interface Words {
  label(id: string): string
  money(amount: string): string
  number(text: string): string
}

/** A fee as people read it: what, how it was reckoned, by which article, how much. */
export function feeRows({ values, lines, total }: Assessment, { label, money, number }: Words) {
  const reckoned = ({ quantity, rate, percent, base }: Assessment['lines'][number]): string => {
    if (percent) return base ? `${number(percent)} % × ${money(base)}` : `${number(percent)} %`
    return quantity && rate ? `${number(quantity)} × ${number(rate)} €` : ''
  }
  return {
    values: values.map(({ id, value, article }) => ({ label: label(id), value: number(value), article })),
    lines: lines.map((line) => ({
      label: label(line.id),
      reckoned: reckoned(line),
      article: line.article,
      amount: money(line.amount),
    })),
    total: money(total),
  }
}
