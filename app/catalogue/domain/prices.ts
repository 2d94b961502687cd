import { columnsOf, own, type Price, pricesOf, type PriceWords } from '#catalogue/domain/price_rows'
import { heldValues } from '#catalogue/domain/seams/held'
import type { CompiledProcedure } from '#catalogue/domain/types'
import { type FeeSchedule, givesWay, type Unit, type Version } from '#fees/index'

/** Rates while they are in force, as people read them. */
export interface PriceVersion {
  from: string | null
  to: string | null
  article: string
  prices: Price[]
}

export interface PriceTable {
  id: string
  label: string
  columns: string[]
  unit: Unit | null
  per: Unit[]
  /** Its figures are the least that is charged. */
  floor?: boolean
  /** As many as the most precise of its coefficients has, so that they stand under each other. */
  decimals?: number
  /** What holds on the day first, then what is to come. */
  versions: PriceVersion[]
}

const decimalsIn = ({ value = '', rows = [], brackets = [] }: Version): number[] =>
  [value, ...[...rows, ...brackets].map((one) => one.value)].map(
    (figure) => (figure.split('.')[1] ?? '').length
  )

/** A table as people read it, with what holds on a day and later; with all that ever held where no day is given. */
export const rateTable = (
  procedure: CompiledProcedure,
  name: string,
  words: PriceWords,
  { day = '', versions = procedure.fees!.tables[name]!.versions }: { day?: string; versions?: Version[] } = {}
): PriceTable => {
  const { unit, per } = procedure.fees!.tables[name]!
  return {
    floor: procedure.fees!.steps.some(
      ({ kind, expression }) => kind === 'minimum' && expression.source === name
    ),
    decimals: unit ? 0 : Math.max(0, ...versions.flatMap(decimalsIn)),
    id: name,
    label: own(procedure, words.lang, `fees.tables.${name}`) ?? name,
    columns: columnsOf(procedure, name, words.lang),
    unit,
    per,
    versions: versions
      .filter(({ to }) => !to || to >= day)
      .map((version) => ({
        from: version.from,
        to: version.to ?? null,
        article: version.article,
        prices: pricesOf(procedure, name, version, words),
      })),
  }
}

const UNIT_OF: Partial<Record<string, Unit>> = { money: 'euro', percent: 'percent' }

/** Single values of the town that fees are reckoned by. */
function valuesOf(procedure: CompiledProcedure, day: string, { lang }: PriceWords): PriceTable[] {
  const sources = JSON.stringify([procedure.fees?.steps, procedure.fees?.tables])
  return procedure.seams
    .filter(({ id, kind }) => kind in UNIT_OF && sources.includes(`town.${id}`))
    .map(({ id, kind, article = '' }): PriceTable => ({
      id,
      label: own(procedure, lang, `seams.${id}.title`) ?? id,
      columns: [],
      unit: UNIT_OF[kind] ?? null,
      per: [],
      versions: heldValues(procedure.values[id])
        .filter(({ to }) => !to || to >= day)
        .map(({ from, to, value, article: said = article }) => ({
          from,
          to,
          article: said,
          prices: [{ keys: [], value: String(value), article: said }],
        })),
    }))
}

const FIGURE = /^\d+(\.\d+)?$/

/** What is not charged at all, as to whoever claims an exemption, is no price. */
const takesAll = ({ kind, expression }: FeeSchedule['steps'][number]) =>
  kind === 'reduction' && Number(expression.source) === 100

/** What steps say by themselves, as a figure: a fixed charge, a reduction, a least and a most. */
function figuresOf(procedure: CompiledProcedure, { lang }: PriceWords): PriceTable[] {
  return (procedure.fees?.steps ?? [])
    .filter((step) => step.kind !== 'value' && FIGURE.test(step.expression.source) && !takesAll(step))
    .map(({ id, kind, expression, article }): PriceTable => {
      const price = { keys: [], value: expression.source, article: article ?? '' }
      return {
        id,
        label: own(procedure, lang, `fees.steps.${id}`) ?? id,
        columns: [],
        floor: kind === 'minimum',
        unit: kind === 'reduction' || kind === 'surcharge' ? 'percent' : 'euro',
        per: [],
        versions: [{ from: null, to: null, article: article ?? '', prices: [price] }],
      }
    })
}

/** The tables of a fee schedule by name, without figures that never hold: the highest by law is told by its own table. */
function tablesOf(procedure: CompiledProcedure, day: string, words: PriceWords): PriceTable[] {
  const { tables = {} } = procedure.fees ?? {}
  return Object.entries(tables).flatMap(([name, table]) => {
    const versions = table.versions.filter((version) => !givesWay(table, version, tables))
    if (versions.length === 0 && table.versions.length > 0) return []
    return rateTable(procedure, name, words, { day, versions })
  })
}

/** The rates of a procedure as a town carries it, on a day and from then on; none where it costs nothing. */
export const priceTables = (procedure: CompiledProcedure, day: string, words: PriceWords): PriceTable[] => [
  ...tablesOf(procedure, day, words),
  ...valuesOf(procedure, day, words),
  ...figuresOf(procedure, words),
]
