import { listOf, ownText } from '#catalogue/domain/texts'
import type { CompiledProcedure } from '#catalogue/domain/types'
import type { Bracket, Row, Version } from '#fees/index'

/** A figure, and what it is for: the keys of its row, the bracket of its measure, or nothing more. */
export interface Price {
  keys: string[]
  value: string
  article: string
}

/** In which language, with what words of the house (`fees.list.<key>`). */
export interface PriceWords {
  lang: string
  t(key: string, params?: Record<string, string | number>): string
  number(text: string, least?: number): string
}

/** An author's own words in a language, where there are some. */
export const own = ({ texts }: CompiledProcedure, lang: string, id: string) => ownText(texts, lang, id)

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

/** The rows of a version in words: one for each key, for each bracket, or one for all. */
export function pricesOf(
  procedure: CompiledProcedure,
  name: string,
  version: Version,
  words: PriceWords
): Price[] {
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
