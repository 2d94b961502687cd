import {
  priceTables,
  rateText,
  type PriceTable,
  type PriceWords,
  type RateWords,
} from '#catalogue/queries/prices'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'

const whenText = (
  from: string | null,
  to: string | null,
  inForce: boolean,
  { t, day }: RateWords
): string => {
  const params = { from: from ? day(from) : '', to: to ? day(to) : '' }
  const when = from && to ? 'between' : from ? 'from' : to ? 'to' : 'always'
  return t(inForce ? `portal.fees.now.${when}` : `portal.fees.later.${when}`, params)
}

const tablePage = (table: PriceTable, today: string, words: RateWords) => ({
  label: table.label,
  columns: table.columns,
  versions: table.versions.map(({ from, to, article, prices }) => {
    const inForce = from === null || from <= today
    return {
      inForce,
      when: whenText(from, to, inForce, words),
      article,
      rows: prices.map((price) => ({
        keys: price.keys,
        value: rateText(price.value, table, words),
        article: price.article === article ? null : price.article,
      })),
    }
  }),
})

/** The price list of a town: each procedure that costs something with its rates, and those that cost nothing. */
export function feesPage(procedures: CompiledProcedure[], today: string, words: RateWords) {
  const { lang } = words
  const title = ({ texts }: CompiledProcedure) => textOf(texts, lang, 'sheet.title')
  const byTitle = procedures.toSorted((a, b) => title(a).localeCompare(title(b), lang))
  return {
    procedures: byTitle
      .filter(({ fees }) => fees)
      .map((procedure) => ({
        slug: procedure.slug,
        title: title(procedure),
        href: `/procedures/${procedure.slug}`,
        cost: textOf(procedure.texts, lang, 'sheet.cost'),
        tables: priceTables(procedure, today, words).map((table) => tablePage(table, today, words)),
      })),
    free: byTitle
      .filter(({ fees }) => !fees)
      .map((procedure) => ({ title: title(procedure), href: `/procedures/${procedure.slug}` })),
  }
}

/** A line of the price list for programs and spreadsheets: figures as they are, with their unit by its name. */
export interface FeeLineOpen {
  procedure: string
  title: string
  rate: string
  label: string
  /** What the figure depends on, and for which of them it is: as many of both. */
  columns: string[]
  keys: string[]
  value: string
  unit: string | null
  per: string[]
  from: string | null
  to: string | null
  article: string
}

export const openFees = (procedures: CompiledProcedure[], today: string, words: PriceWords): FeeLineOpen[] =>
  procedures.flatMap((procedure) =>
    priceTables(procedure, today, words).flatMap(({ id, label, columns, unit, per, versions }) =>
      versions.flatMap(({ from, to, prices }) =>
        prices.map(({ keys, value, article }) => ({
          procedure: procedure.slug,
          title: textOf(procedure.texts, words.lang, 'sheet.title'),
          rate: id,
          label,
          columns: columns.slice(0, keys.length),
          keys,
          value,
          unit,
          per,
          from,
          to,
          article,
        }))
      )
    )
  )
