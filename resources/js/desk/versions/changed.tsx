import { Link } from '@inertiajs/react'
import type { VersionRunPage } from '#desk/domain/versions_page'
import { Pages } from '../pages.js'
import { useTexts } from '../texts.js'

/** The receipts of a run: each case that it moved or put back, and what that did to it. */
export function Changed({ changed }: Pick<VersionRunPage, 'changed'>) {
  const t = useTexts()
  const { cases, first, next } = changed
  return (
    <section className="desk-panel" aria-labelledby="changed">
      <h2 id="changed">{t('versions.changed')}</h2>
      <ul className="desk-list">
        {cases.map(({ caseId, number, at, outcome, words }) => (
          <li key={caseId}>
            <Link href={`/desk/cases/${caseId}`}>{number || t('versions.unnumbered')}</Link>{' '}
            <span>
              {outcome}, <time dateTime={at.iso}>{at.text}</time>
            </span>
            {words.map((line) => (
              <span key={line} className="desk-under">
                {line}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <Pages first={first} next={next} />
    </section>
  )
}
