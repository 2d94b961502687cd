import { type PriceTable, type RateWords, rateTable, rateText, valueInWords } from '#catalogue/queries/prices'
import { heldValues } from '#catalogue/queries/seams'
import type { TownEntry } from '#catalogue/queries/town_catalogue'
import { ownText } from '#catalogue/queries/texts'
import type { CompiledProcedure, Seam } from '#catalogue/types'
import type { SaidVersion, SeamLine } from '#desk/domain/values_page'

const whenOf = ({ from, to }: { from: string | null; to: string | null }, words: RateWords) => {
  const when = from && to ? 'between' : from ? 'from' : to ? 'to' : 'always'
  return words.t(`desk.values.when.${when}`, {
    from: from ? words.day(from) : '',
    to: to ? words.day(to) : '',
  })
}

/** A version of a table, as people read it. */
export const saidOf = (
  table: Pick<PriceTable, 'unit' | 'per' | 'floor' | 'decimals'>,
  version: PriceTable['versions'][number],
  own: boolean,
  words: RateWords
): SaidVersion => ({
  from: version.from,
  when: whenOf(version, words),
  article: version.article,
  own,
  rows: version.prices.map(({ keys, value, article }) => ({
    keys,
    value: rateText(value, table, words),
    article: article === version.article ? null : article,
  })),
})

const sorted = (all: (SaidVersion & { to: string | null })[], day: string) => ({
  now: all.filter(({ from, to }) => (!from || from <= day) && (!to || to >= day)),
  later: all.filter(({ from }) => from && from > day),
  past: all.filter(({ to }) => to && to < day).reverse(),
})

function tableLine(
  { next, missing, filled }: TownEntry,
  name: string,
  day: string,
  words: RateWords
): SeamLine {
  const table = rateTable(next, name, words)
  const own = new Set((filled?.contents.tables?.[name] ?? []).map(({ from }) => from))
  const all = table.versions.map((version) => ({
    ...saidOf(table, version, own.has(version.from ?? ''), words),
    to: version.to,
  }))
  const { id, label: title, columns } = table
  return { id, title, hint: null, columns, missing: missing.includes(name), ...sorted(all, day) }
}

/** All that is said of a single value, as people read it. */
export const valueVersions = (
  procedure: CompiledProcedure,
  seam: Seam,
  words: RateWords
): (SaidVersion & { to: string | null })[] =>
  heldValues(procedure.values[seam.id]).map(({ from, to, value, article }) => ({
    from,
    to,
    when: whenOf({ from, to }, words),
    article: article ?? seam.article ?? '',
    own: from !== null,
    rows: [{ keys: [], value: valueInWords(seam, value, procedure, words), article: null }],
  }))

function valueLine({ next, missing }: TownEntry, seam: Seam, day: string, words: RateWords): SeamLine {
  return {
    id: seam.id,
    title: titleOf(next, seam.id, words.lang),
    hint: hintOf(next, seam.id, words.lang),
    columns: [],
    missing: missing.includes(seam.id),
    ...sorted(valueVersions(next, seam, words), day),
  }
}

/** What a seam is called: as a rate, or as a value. */
export const titleOf = ({ texts }: CompiledProcedure, id: string, lang: string): string =>
  ownText(texts, lang, `fees.tables.${id}`) ?? ownText(texts, lang, `seams.${id}.title`) ?? id

export const hintOf = ({ texts }: CompiledProcedure, id: string, lang: string) =>
  ownText(texts, lang, `seams.${id}.hint`)

/** The tables that are open, by name. */
export const openTables = ({ fees }: CompiledProcedure): string[] =>
  Object.entries(fees?.tables ?? {}).flatMap(([name, { seam }]) => (seam ? [name] : []))

/** All that a procedure leaves open to a town, with what holds on a day, later, and before. */
export const seamLines = (entry: TownEntry, day: string, words: RateWords): SeamLine[] => [
  ...openTables(entry.next).map((name) => tableLine(entry, name, day, words)),
  ...entry.next.seams.map((seam) => valueLine(entry, seam, day, words)),
]
