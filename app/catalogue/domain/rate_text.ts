import type { Json } from '#core/json'
import { dayInWords, figuresOf, localeOf, numberFormat } from '#core/locale'
import type { PriceWords } from '#catalogue/domain/price_rows'
import type { PriceTable } from '#catalogue/domain/prices'
import type { Seam } from '#catalogue/domain/seams/types'
import { textOf } from '#catalogue/domain/texts'
import type { CompiledProcedure } from '#catalogue/domain/types'
import type { Unit } from '#fees/index'

export interface RateWords extends PriceWords {
  money(text: string): string
  /** A rate of money: as many decimals as it has, two at least. */
  euros(text: string): string
  day(iso: string): string
  list(texts: string[]): string
}

/** How rates are written in a language; `t` tells the words of the house. */
export function rateWords(lang: string, t: PriceWords['t']): RateWords {
  const money = numberFormat(lang, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 6,
  })
  const list = new Intl.ListFormat(localeOf(lang), { type: 'conjunction' })
  return {
    lang,
    t,
    ...figuresOf(lang),
    euros: (text) => money.format(text as Intl.StringNumericLiteral),
    day: (iso) => dayInWords(iso, lang),
    list: (texts) => list.format(texts),
  }
}

/** A figure as a rate reads: `0,85 € por m² y mes`. Nothing to pay is said as such, and so is no least of it. */
export function rateText(
  value: string,
  { unit, per, floor, decimals }: Pick<PriceTable, 'unit' | 'per' | 'floor' | 'decimals'>,
  words: RateWords
): string {
  const { t, number, euros, list } = words
  if (unit === 'euro' && Number(value) === 0) return t(floor ? 'fees.noMinimum' : 'fees.free')
  const plain =
    unit === 'euro'
      ? euros(value)
      : unit && unit !== 'number'
        ? t(`fees.units.${unit}`, { value: number(value), count: Number(value) })
        : number(value, decimals)
  return per.length > 0
    ? t('fees.list.per', { value: plain, what: list(per.map((one: Unit) => t(`fees.each.${one}`))) })
    : plain
}

/** A single value of a town as people read it; nothing where the town has said nothing. */
export function valueInWords(
  { id, kind, unit = 'number' }: Seam,
  value: Json,
  { texts }: Pick<CompiledProcedure, 'texts'>,
  words: RateWords
): string {
  const { lang, t, money, number } = words
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'fees.list.true' : 'fees.list.false')
  if (typeof value === 'object') return String((value as Record<string, Json>)[lang] ?? '')
  if (kind === 'money') return money(String(value))
  if (kind === 'percent') return `${number(String(value))} %`
  if (kind === 'choice') return textOf(texts, lang, `seams.${id}.options.${value}`)
  return rateText(String(value), { unit, per: [] }, words)
}
