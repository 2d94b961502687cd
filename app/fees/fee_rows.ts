import type { Assessment } from '#fees/types'
import type { Unit } from '#fees/units'

interface Words {
  label(id: string): string
  money(amount: string): string
  number(text: string): string
  /** A text of the house by its key, filled. */
  t(key: string, params: Record<string, string | number>): string
}

/** So many of something: `20 años`, `25,00 €`. */
export const measured = (
  text: string,
  unit: Unit | null | undefined,
  { money, number, t }: Omit<Words, 'label'>
): string => {
  if (!unit || unit === 'number') return number(text)
  return unit === 'euro' ? money(text) : t(`fees.units.${unit}`, { value: number(text), count: Number(text) })
}

/** A fee as people read it: what, how it was reckoned, by which article, how much. */
export function feeRows({ values, lines, total }: Assessment, words: Words) {
  const { label, money, number } = words
  const reckoned = ({ quantity, unit, rate, percent, base }: Assessment['lines'][number]): string => {
    if (percent) return base ? `${number(percent)} % × ${money(base)}` : `${number(percent)} %`
    return quantity && rate ? `${measured(quantity, unit, words)} × ${number(rate)} €` : ''
  }
  return {
    values: values.map(({ id, value, unit, article }) => ({
      label: label(id),
      value: measured(value, unit, words),
      article,
    })),
    lines: lines.map((line) => ({
      label: label(line.id),
      reckoned: reckoned(line),
      article: line.article,
      amount: money(line.amount),
    })),
    total: money(total),
  }
}
