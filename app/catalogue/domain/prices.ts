import { heldValues } from '#catalogue/domain/seams/held'
import { listOf, ownText } from '#catalogue/domain/texts'
import type { CompiledProcedure } from '#catalogue/domain/types'
import { type Bracket, type FeeSchedule, givesWay, type Row, type Unit, type Version } from '#fees/index'

/** A figure, and what it is for: the keys of its row, the bracket of its measure, or nothing more. */
export interface Price {
  keys: string[]
  value: string
  article: string
}

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

/** In which language, with what words of the house (`fees.list.<key>`). */
export interface PriceWords {
  lang: string
  t(key: string, params?: Record<string, string | number>): string
  number(text: string, least?: number): string
}

const own = ({ texts }: CompiledProcedure, lang: string, id: string) => ownText(texts, lang, id)

/** What a table is looked up by: the words of its author, of the answer, or of the step. */
export function columnsOf(procedure: CompiledProcedure, name: string, lang: string): string[] {
  const { by, of } = procedure.fees!.tables[name]!
  const said = listOf(procedure.texts, lang, `fees.columns.${name}`)
  const { submissionForm } = procedure.sheet
  return [...by, ...(of ? [of] : [])].map(
    ({ source }, i) =>
      said[i] ??
      own(procedure, lang, `forms.${submissionForm}.fields.${source}.label`) ??
      own(procedure, lang, `fees.steps.${source}`) ??
      source
  )
}

/** A key in words: the option of the question, yes or no, the author's own, or as it is. */
export function cellOf(
  procedure: CompiledProcedure,
  { name, column, cell }: { name: string; column: number; cell: string | null },
  { lang, t }: PriceWords
): string {
  if (cell === null) return t('fees.list.any')
  const { variables = [] } = procedure.fees!.tables[name]!.by[column] ?? {}
  const fields = `forms.${procedure.sheet.submissionForm}.fields`
  const said =
    own(procedure, lang, `fees.cells.${name}.${cell}`) ??
    variables.map((one) => own(procedure, lang, `${fields}.${one}.options.${cell}`)).find(Boolean)
  if (said) return said
  return cell === 'true' || cell === 'false' ? t(`fees.list.${cell}`) : cell
}

const bracketOf = ({ upTo, below }: Bracket, before: Bracket | undefined, { t, number }: PriceWords) => {
  if (upTo !== undefined) return t('fees.list.upTo', { limit: number(upTo) })
  if (below !== undefined) return t('fees.list.below', { limit: number(below) })
  const floor = before?.upTo ?? before?.below
  if (floor === undefined) return t('fees.list.any')
  return t(before?.upTo !== undefined ? 'fees.list.over' : 'fees.list.from', { limit: number(floor) })
}

function pricesOf(procedure: CompiledProcedure, name: string, version: Version, words: PriceWords): Price[] {
  const { article, value, rows, brackets } = version
  const said = (one: Row | Bracket, keys: string[]) => ({
    keys,
    value: one.value,
    article: one.article ?? article,
  })
  if (rows?.length === 1 && rows[0]!.when.every((cell) => cell === null))
    return [
      said(
        rows[0]!,
        rows[0]!.when.map(() => words.t('fees.list.all'))
      ),
    ]
  if (rows)
    return rows.map((row) =>
      said(
        row,
        row.when.map((cell, column) => cellOf(procedure, { name, column, cell }, words))
      )
    )
  if (brackets) return brackets.map((one, i) => said(one, [bracketOf(one, brackets[i - 1], words)]))
  return [{ keys: [], value: value ?? '', article }]
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
