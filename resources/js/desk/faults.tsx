import { useEffect, useRef } from 'react'
import { useTexts } from './texts.js'

/** What has to be mended, before anything else of the page, with a link to each field. */
export function Faults(props: { faults: { at?: string; text: string }[]; heading?: 'h2' | 'h3' }) {
  const { faults, heading: Heading = 'h2' } = props
  const t = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="desk-flash desk-flash--danger" role="alert">
      <Heading>{t('mendThis')}</Heading>
      <ul>
        {faults.map(({ at, text }) => (
          <li key={`${at} ${text}`}>{at ? <a href={`#${at}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}
