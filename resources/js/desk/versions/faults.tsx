import { useEffect, useRef } from 'react'
import { useTexts } from '../texts.js'

/** What is wrong with what was sent, before anything else of the page. */
export function Faults({ faults }: { faults: string[] }) {
  const t = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  if (faults.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} className="desk-flash desk-flash--danger" role="alert">
      <h2>{t('incident.mendThis')}</h2>
      <ul>
        {faults.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
