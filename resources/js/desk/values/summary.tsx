import type { ValuePage } from '#desk/domain/values_page'
import { Faults } from '../faults.js'
import { type Texts, useTexts } from '../texts.js'

/** What has to be mended in the form of a rate or a value. */
export function Summary({ faults, used }: Pick<ValuePage, 'faults' | 'used'>) {
  const t = useTexts()
  const all = [...Object.entries(faults), ...(used ? [['reason', used] as const] : [])]
  return <Faults faults={all.map(([at, text]) => ({ at, text: `${placeOf(at, t)}: ${text}` }))} />
}

/** Which field it is, as its label says. */
function placeOf(name: string, t: Texts): string {
  const [part = '', row] = name.split('.')
  if (part === 'rows') return t('values.row', { row: Number(row) + 1 })
  if (part === 'texts') return t(`values.texts.${row}`)
  return t(part === 'value' ? 'values.figure' : `values.${part}`)
}
