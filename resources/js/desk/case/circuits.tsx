import { Link } from '@inertiajs/react'
import type { CasePageProps } from '#desk/types'
import { Circuit } from '../circuit.js'
import { useTexts } from '../texts.js'
import { SIGNING_TONES } from '../tones.js'

/** What people have to sign in a case, or had to. */
export function Circuits({ circuits }: Pick<CasePageProps, 'circuits'>) {
  const t = useTexts()
  if (circuits.length === 0) return null
  return (
    <section className="desk-panel" aria-labelledby="circuits">
      <h2 id="circuits">{t('signatures.title')}</h2>
      {circuits.map((circuit) => (
        <div key={circuit.id}>
          <p>
            <Link href={circuit.href}>{circuit.title}</Link>{' '}
            <span className={`desk-tag desk-tag--${SIGNING_TONES[circuit.state] ?? 'quiet'}`}>
              {circuit.words}
            </span>
            <small className="desk-under">
              <time dateTime={circuit.at.iso}>{circuit.at.text}</time>
            </small>
          </p>
          <Circuit circuit={circuit} />
        </div>
      ))}
    </section>
  )
}
