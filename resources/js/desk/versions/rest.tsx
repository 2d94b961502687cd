import type { VersionPlanPage } from '#desk/domain/versions_page'
import { useTexts } from '../texts.js'

/** What a plan says that this page shows and does not ask about, and how that is written. */
export function Rest({ rest, command }: Pick<VersionPlanPage, 'rest' | 'command'>) {
  const t = useTexts()
  return (
    <details className="desk-fold" open={rest.length > 0}>
      <summary>{t('versions.rest')}</summary>
      {rest.length === 0 && <p>{t('versions.restNone')}</p>}
      <ul className="desk-list">
        {rest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="desk-hint">{t('versions.restHint')}</p>
      <p className="desk-code">{command}</p>
    </details>
  )
}
