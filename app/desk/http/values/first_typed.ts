import { keysOf } from '#catalogue/queries/prices'
import { combinations } from '#catalogue/queries/seams'
import type { CompiledProcedure, Seam } from '#catalogue/types'
import { ANY, BLANK, type Typed, type TypedRow } from '#desk/domain/values_form'
import type { Json } from '#core/json'
import { versionOn, type Version } from '#fees/index'

/** As people type it. */
const shown = (decimal: string | undefined, lang: string) =>
  lang === 'en' ? (decimal ?? '') : (decimal ?? '').replace('.', ',')

const NOTHING: Typed = { from: '', article: '', value: '', texts: {}, rows: [], reason: '' }

const ROOM = 12

/** Rows for whoever fills a table in for the first time: one for all that can be asked, where that is known. */
function firstRows(procedure: CompiledProcedure, name: string): TypedRow[] {
  const columns = keysOf(procedure, name)
  const all = columns.reduce((rows, keys) => rows * (keys.length || 1), 1)
  if (columns.every((keys) => keys.length === 0) || all > ROOM) return []
  return combinations(columns).map((keys) => ({ ...BLANK, when: keys.map((key) => key ?? ANY) }))
}

const rowsOf = ({ rows, brackets }: Version, article: string, lang: string): TypedRow[] => [
  ...(rows ?? []).map((row) => ({
    ...BLANK,
    when: row.when.map((cell) => cell ?? ANY),
    value: shown(row.value, lang),
    article: row.article && row.article !== article ? row.article : '',
  })),
  ...(brackets ?? []).map((one) => ({
    ...BLANK,
    limit: shown(one.upTo ?? one.below, lang),
    value: shown(one.value, lang),
    article: one.article && one.article !== article ? one.article : '',
  })),
]

/** What the form of a rate begins with: the version of that day, else what holds now, for a later day. */
export function firstOfTable(
  procedure: CompiledProcedure,
  name: string,
  { own, from, day, lang }: { own: Version[]; from: string; day: string; lang: string }
): Typed {
  const { versions } = procedure.fees!.tables[name]!
  const mended = own.find((one) => one.from === from)
  const model = mended ?? versionOn(versions, day) ?? versions.at(-1)
  const begins = mended ? from : `${Number(day.slice(0, 4)) + 1}-01-01`
  if (!model) return { ...NOTHING, from: begins, rows: withBlanks(firstRows(procedure, name)) }
  return {
    ...NOTHING,
    from: begins,
    article: mended?.article ?? '',
    value: shown(model.value, lang),
    rows: model.value === undefined ? withBlanks(rowsOf(model, model.article, lang)) : [],
  }
}

/** Room for three more. */
export const withBlanks = (rows: TypedRow[]): TypedRow[] => [...rows, BLANK, BLANK, BLANK]

/** The same of a single value. */
export function firstOfValue(
  { values }: CompiledProcedure,
  { id, kind }: Seam,
  { from, day, lang }: { from: string; day: string; lang: string }
): Typed {
  const dated = values[id] ?? []
  const mended = dated.find((one) => one.from === from)
  const model = mended ?? dated.findLast((one) => one.from <= day)
  const value: Json = model?.value ?? null
  return {
    ...NOTHING,
    from: mended ? from : day,
    article: mended?.article ?? '',
    value:
      typeof value === 'boolean' ? String(value) : typeof value === 'string' ? figure(value, kind, lang) : '',
    texts: value !== null && typeof value === 'object' ? (value as Record<string, string>) : {},
  }
}

const figure = (value: string, kind: Seam['kind'], lang: string) =>
  kind === 'choice' ? value : shown(value, lang)
