import { townOn } from '#catalogue/queries/seams'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure, Seam } from '#catalogue/types'
import type { Json } from '#core/json'

interface Words {
  lang: string
  t(key: string): string
  money(text: string): string
  number(text: string): string
}

/** A value of a town as the public reads it; nothing where the town has said nothing. */
export function valueInWords(
  { id, kind }: Seam,
  value: Json,
  procedure: CompiledProcedure,
  { lang, t, money, number }: Words
): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'fees.list.true' : 'fees.list.false')
  if (typeof value === 'object') return String((value as Record<string, Json>)[lang] ?? '')
  if (kind === 'money') return money(String(value))
  if (kind === 'percent') return `${number(String(value))} %`
  return kind === 'choice'
    ? textOf(procedure.texts, lang, `seams.${id}.options.${value}`)
    : number(String(value))
}

/** What the town says on a sheet by itself (`shows`), on a day. */
export function townNotes(procedure: CompiledProcedure, day: string, words: Words) {
  const { town = {} } = townOn(procedure, day)
  return procedure.seams
    .filter(({ shows }) => shows === 'sheet')
    .map((seam) => ({
      title: textOf(procedure.texts, words.lang, `seams.${seam.id}.title`),
      text: valueInWords(seam, town[seam.id] ?? null, procedure, words),
    }))
    .filter(({ text }) => text)
}
