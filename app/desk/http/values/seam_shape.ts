import { cellOf, columnsOf, keysOf, rateWords } from '#catalogue/queries/prices'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure, Seam } from '#catalogue/types'
import { ANY } from '#desk/domain/values_form'
import type { ValuePage } from '#desk/domain/values_page'
import type { Speech } from '#desk/http/speech'
import { hintOf, titleOf } from '#desk/http/values/seam_lines'

const KINDS = { yes_no: 'yes_no', choice: 'choice', text: 'text' } as const

/** What the form of a rate or a value needs to know of it. */
export function seamOf(next: CompiledProcedure, name: string, speech: Speech): ValuePage['seam'] {
  const { lang, t } = speech
  const seam = next.seams.find(({ id }) => id === name)
  const shared = { id: name, title: titleOf(next, name, lang), hint: hintOf(next, name, lang), below: false }
  if (seam) return { ...shared, ...valueSeam(next, seam, speech) }
  const { by, of, unit, per, versions } = next.fees!.tables[name]!
  const words = rateWords(lang, t)
  const keys = keysOf(next, name)
  return {
    ...shared,
    article: null as string | null,
    kind: by.length > 0 ? 'rows' : of ? 'brackets' : 'figure',
    columns: columnsOf(next, name, lang).map((title, column) => ({
      title,
      options: (keys[column] ?? []).map((cell) => ({
        value: cell,
        label: cellOf(next, { name, column, cell }, words),
      })),
    })),
    unit: [unit === 'euro' ? '€' : unit === 'percent' ? '%' : '', ...per.map((one) => t(`fees.each.${one}`))]
      .filter(Boolean)
      .join(' / '),
    options: [{ value: ANY, label: t('fees.list.any') }],
    below: versions.some(({ brackets = [] }) => brackets.some((one) => one.below !== undefined)),
  }
}

function valueSeam(
  next: CompiledProcedure,
  { id, kind, options = [], article }: Seam,
  { lang, t }: Speech
): Pick<ValuePage['seam'], 'article' | 'kind' | 'columns' | 'unit' | 'options'> {
  return {
    article: article ?? null,
    kind: kind in KINDS ? KINDS[kind as keyof typeof KINDS] : ('figure' as const),
    columns: [],
    unit: kind === 'money' ? '€' : kind === 'percent' ? '%' : '',
    options:
      kind === 'yes_no'
        ? ['true', 'false'].map((value) => ({ value, label: t(`fees.list.${value}`) }))
        : options.map((value) => ({
            value,
            label: textOf(next.texts, lang, `seams.${id}.options.${value}`),
          })),
  }
}
