import { Link } from '@inertiajs/react'
import type { CasePageProps } from '#desk/types'
import { useTexts } from '../texts.js'

/** The other cases that this one has to do with. */
export function Beside({ beside }: Pick<CasePageProps, 'beside'>) {
  const t = useTexts()
  const { related, messages } = beside
  if (related.length + messages.length === 0) return null
  return (
    <section className="desk-panel" aria-labelledby="beside">
      <h2 id="beside">{t('beside.title')}</h2>
      <ul className="desk-list">
        {related.map(({ id, number, how, procedure, state }) => (
          <li key={id}>
            {how} <Link href={`/desk/cases/${id}`}>{number}</Link>
            <small className="desk-under">{[procedure, state].join(' · ')}</small>
          </li>
        ))}
        {messages.map(({ id, name, words, at, receiver }) => (
          <li key={id}>
            {t('beside.sent', { name })}{' '}
            {receiver && <Link href={`/desk/cases/${receiver.id}`}>{receiver.number}</Link>}
            <small className="desk-under">
              <time dateTime={at.iso}>{at.text}</time> · {words}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
