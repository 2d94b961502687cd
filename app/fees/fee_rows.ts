import { Decimal } from '#expressions/index'
import { isCounted, type Lateness } from '#fees/late_filing'
import type { Assessment } from '#fees/types'
import type { Unit } from '#fees/units'

interface Words {
  label(id: string): string
  money(amount: string): string
  number(text: string): string
  /** An ISO day, in words. */
  date(iso: string): string
  /** A text of the house by its key, filled. */
  t(key: string, params: Record<string, string | number>): string
}

/** So many of something: `20 años`, `25,00 €`. */
export const measured = (
  text: string,
  unit: Unit | null | undefined,
  { money, number, t }: Omit<Words, 'label' | 'date'>
): string => {
  if (!unit || unit === 'number') return number(text)
  return unit === 'euro' ? money(text) : t(`fees.units.${unit}`, { value: number(text), count: Number(text) })
}

/** Law 58/2003, art. 27.5: a quarter less for whoever pays the surcharge and what it is of in their terms. */
const LEFT_IF_PAID_IN_TERM = '0.75'

/** What follows from filing late, in a sentence. */
function lateText(late: Lateness, total: string, { date, money, number, t }: Words): string {
  if (!isCounted(late)) {
    const { unknownYears } = late
    return t('fees.late.unknown', { years: unknownYears.join(', '), count: unknownYears.length })
  }
  const { lastDay, surcharge, interest, barred } = late
  const free = new Decimal(total).isZero()
  const kind = barred ? 'barred' : free ? 'nothing' : interest ? 'interest' : 'surcharge'
  const amount = new Decimal(total).times(surcharge).dividedBy(100)
  return t(`fees.late.${kind}`, {
    lastDay: date(lastDay),
    percent: number(surcharge),
    amount: money(amount.toFixed(2)),
    reduced: money(amount.times(LEFT_IF_PAID_IN_TERM).toFixed(2)),
  })
}

/** A fee as people read it: what, how it was reckoned, by which article, how much. */
export function feeRows({ values, lines, total, late }: Assessment, words: Words) {
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
    late: late ? lateText(late, total, words) : null,
  }
}
