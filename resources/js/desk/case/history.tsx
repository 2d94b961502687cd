import { Link } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { HistoryItem } from '#desk/types'
import { Facts } from '../facts.js'
import { useTexts } from '../texts.js'

/** What happened, the newest first; what the house went through by itself, for whoever asks. */
export function History({ items }: { items: HistoryItem[] }) {
  const t = useTexts()
  const [all, showAll] = useState(false)
  const count = items.filter(({ automatic }) => automatic).length
  return (
    <>
      {count > 0 && (
        <p>
          <Button
            className="desk-button"
            aria-expanded={all}
            aria-controls="history-items"
            onPress={() => showAll(!all)}
          >
            {t(all ? 'history.fewer' : 'history.more', { count })}
          </Button>
        </p>
      )}
      <ol className="desk-history" id="history-items">
        {items
          .filter(({ automatic }) => all || !automatic)
          .map(({ id, at, title, automatic, details, cases, actor, why }) => (
            <li key={id}>
              <time dateTime={at.iso}>{at.text}</time>
              <div>
                <strong>{title}</strong>
                {/* Steps follow one another; all else stands line by line. */}
                {(automatic ? [details.join(' → ')] : details).map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {cases.map((other) => (
                  <p key={other.id}>
                    {t('history.case')} <Link href={`/desk/cases/${other.id}`}>{other.number}</Link>
                  </p>
                ))}
                <small className="desk-under">{actor}</small>
                {why.length > 0 && (
                  <details className="desk-why">
                    <summary>
                      {t('why.ask')}
                      <span className="desk-hidden">{t('why.of', { title })}</span>
                    </summary>
                    <Facts facts={why} none="" />
                  </details>
                )}
              </div>
            </li>
          ))}
      </ol>
    </>
  )
}
