import { useEffect, useRef } from 'react'
import type { ValuePage } from '#desk/domain/values_page'
import { type Texts, useTexts } from '../texts.js'

/** What has to be mended, with a link to each field. */
export function Summary({ faults, used }: Pick<ValuePage, 'faults' | 'used'>) {
  const t = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const all = [...Object.entries(faults), ...(used ? [['reason', used] as const] : [])]
  return (
    <div ref={box} tabIndex={-1} className="desk-flash desk-flash--danger" role="alert">
      <h2>{t('values.mendThis')}</h2>
      <ul>
        {all.map(([name, text]) => (
          <li key={name}>
            <a href={`#${name}`}>
              {placeOf(name, t)}: {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Which field it is, as its label says. */
function placeOf(name: string, t: Texts): string {
  const [part = '', row] = name.split('.')
  if (part === 'rows') return t('values.row', { row: Number(row) + 1 })
  if (part === 'texts') return t(`values.texts.${row}`)
  return t(part === 'value' ? 'values.figure' : `values.${part}`)
}
