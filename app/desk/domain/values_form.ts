import type { Json } from '#core/json'
import { typedDecimal } from '#core/typed_decimal'
import type { Seam, TownValues } from '#catalogue/types'
import { isDay } from '#desk/domain/day'
import type { CompiledTable, DatedValue, Version } from '#fees/index'

/** One line of a rate as it was typed: keys of a row, the end of a bracket, the figure, an article of its own. */
export interface TypedRow {
  when: string[]
  limit: string
  value: string
  article: string
}

/** All that the form of a rate or a value holds, as it was typed. */
export interface Typed {
  from: string
  article: string
  /** Of a single value: a figure, an option, yes or no. */
  value: string
  /** Of a text, by language. */
  texts: Record<string, string>
  rows: TypedRow[]
  reason: string
}

/** By the name of the field (`rows.2.value`): the code of what is wrong, or its words. */
export type FieldFaults = Record<string, string>

/** What is filled in: a table of the fee schedule, or a single value. */
export type Open = { table: CompiledTable } | { seam: Seam }

/** A key that fits anything, as a form posts it. */
export const ANY = '*'

const text = (value: unknown, longest = 300): string =>
  typeof value === 'string' ? value.slice(0, longest).trim() : ''

const record = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : Object.values(record(value)))

/** The posted form as text, whatever it holds. */
export const typedFrom = (body: Record<string, unknown>): Typed => ({
  from: text(body['from'], 10),
  article: text(body['article'], 200),
  value: text(body['value']),
  texts: Object.fromEntries(
    Object.entries(record(body['texts'])).map(([lang, one]) => [lang, text(one, 4000)])
  ),
  rows: list(body['rows'])
    .slice(0, 500)
    .map(record)
    .map((row) => ({
      when: list(row['when']).map((cell) => text(cell, 100)),
      limit: text(row['limit'], 30),
      value: text(row['value'], 30),
      article: text(row['article'], 200),
    })),
  reason: text(body['reason'], 500),
})

export const BLANK: TypedRow = { when: [], limit: '', value: '', article: '' }

/** A row in which nobody has written a figure or a key is not there. */
const isBlank = ({ when, limit, value, article }: TypedRow) =>
  !limit && !value && !article && when.every((cell) => !cell)

/** The places of the rows that count, as the form has them. */
export const filledRows = (rows: TypedRow[]): number[] =>
  rows.flatMap((row, at) => (isBlank(row) ? [] : [at]))

interface Read {
  version: Version
  faults: FieldFaults
}

/** A rate as it was typed, as a version of its table, and what can't be read of it, at its fields. */
export function readVersion(typed: Typed, { by, of, versions }: CompiledTable, language: string): Read {
  const faults: FieldFaults = {}
  const figure = (typedText: string, field: string): string => {
    const found = typedDecimal(typedText, language)
    if (found === null) faults[field] = typedText ? 'not_a_number' : 'missing'
    return found ?? '0'
  }
  if (!isDay(typed.from)) faults['from'] = typed.from ? 'not_a_day' : 'missing'
  if (typed.article.length < 3) faults['article'] = 'missing'
  const { from, article } = typed
  const places = filledRows(typed.rows)
  if ((by.length > 0 || of) && places.length === 0) faults['rows.0.value'] = 'missing'
  const own = (row: TypedRow) => (row.article ? { article: row.article } : {})
  if (by.length > 0) {
    const rows = places.map((at) => {
      const row = typed.rows[at]!
      const when = by.map((_, column) => {
        const cell = row.when[column] ?? ''
        if (!cell) faults[`rows.${at}.when.${column}`] = 'missing'
        return cell === ANY ? null : cell
      })
      return { when, value: figure(row.value, `rows.${at}.value`), ...own(row) }
    })
    return { version: { from, article, rows }, faults }
  }
  if (!of) return { version: { from, article, value: figure(typed.value, 'value') }, faults }
  const below = versions.some(({ brackets = [] }) => brackets.some((one) => one.below !== undefined))
  const brackets = places.map((at, place) => {
    const row = typed.rows[at]!
    const last = place === places.length - 1
    if (last && row.limit) faults[`rows.${at}.limit`] = 'last_is_open'
    const end = last ? {} : { [below ? 'below' : 'upTo']: figure(row.limit, `rows.${at}.limit`) }
    return { ...end, value: figure(row.value, `rows.${at}.value`), ...own(row) }
  })
  return { version: { from, article, brackets }, faults }
}

/** A single value as it was typed, and what can't be read of it. */
export function readValue(
  typed: Typed,
  { kind, required }: Seam,
  language: string
): { dated: DatedValue; faults: FieldFaults } {
  const faults: FieldFaults = {}
  if (!isDay(typed.from)) faults['from'] = typed.from ? 'not_a_day' : 'missing'
  const dated = (value: Json): DatedValue => ({
    from: typed.from,
    value,
    ...(typed.article.length >= 3 && { article: typed.article }),
  })
  if (kind === 'text') {
    const { es = '', ca = '', en = '' } = typed.texts
    // in every language, or in none: a town may say nothing any more
    if (required || es || ca || en)
      for (const lang of ['es', 'ca', 'en']) if (!typed.texts[lang]) faults[`texts.${lang}`] = 'missing'
    return { dated: dated({ es, ca, en }), faults }
  }
  if (!typed.value) faults['value'] = 'missing'
  if (kind === 'yes_no') return { dated: dated(typed.value === 'true'), faults }
  if (kind === 'choice') return { dated: dated(typed.value), faults }
  const found = typedDecimal(typed.value, language)
  if (typed.value && found === null) faults['value'] = 'not_a_number'
  return { dated: dated(found ?? '0'), faults }
}

const replaced = <T extends { from: string }>(all: T[] = [], one: T): T[] =>
  [...all.filter(({ from }) => from !== one.from), one].sort((a, b) => a.from.localeCompare(b.from))

/** What stands with a version of a table, in the place of one that begins on the same day. */
export const withVersion = (values: TownValues, name: string, version: Version): TownValues => ({
  ...values,
  tables: { ...values.tables, [name]: replaced(values.tables?.[name], version) },
})

export const withValue = (values: TownValues, id: string, dated: DatedValue): TownValues => ({
  ...values,
  values: { ...values.values, [id]: replaced(values.values?.[id], dated) },
})

/** What stands without what begins on a day. */
export function without(values: TownValues, name: string, day: string): TownValues {
  const left = <T extends { from: string }>(all: Record<string, T[]> | undefined): Record<string, T[]> =>
    Object.fromEntries(
      Object.entries(all ?? {})
        .map(([one, dated]): [string, T[]] => [
          one,
          one === name ? dated.filter(({ from }) => from !== day) : dated,
        ])
        .filter(([, dated]) => dated.length > 0)
    )
  return { ...values, tables: left(values.tables), values: left(values.values) }
}
