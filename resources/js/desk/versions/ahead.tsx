import { Link } from '@inertiajs/react'
import type { VersionPlanPage } from '#desk/domain/versions_page'
import { DeskTable } from '../desk_table.js'
import { useTexts } from '../texts.js'
import { TermsAhead } from './terms.js'

type Ahead = NonNullable<VersionPlanPage['ahead']>

/** What the plan would do with the open cases: which would move and how, where they wait, which would stay and why. */
export function Ahead({ ahead, rows, terms }: { ahead: Ahead } & Pick<VersionPlanPage, 'rows' | 'terms'>) {
  const t = useTexts()
  const waiting = rows.filter(({ waits }) => waits && waits.cases > 0)
  return (
    <>
      <p>{t('versions.tried', { cases: ahead.cases })}</p>
      {ahead.moves.length > 0 && (
        <>
          <h3>{t('versions.wouldMove')}</h3>
          <ul className="desk-list">
            {ahead.moves.map(({ words, cases, samples }) => (
              <li key={words}>
                {t('versions.line', { cases, words })}
                <Samples samples={samples} />
              </li>
            ))}
          </ul>
        </>
      )}
      <TermsAhead terms={terms} />
      {ahead.days.length > 0 && (
        <>
          <h3>{t('versions.days')}</h3>
          <ul className="desk-list">
            {ahead.days.map(({ name, cases, samples }) => (
              <li key={name}>
                {t('versions.line', { cases, words: name })}
                {samples.map((one) => (
                  <span key={one.id} className="desk-under">
                    {t('history.moved', { name: one.number || t('versions.unnumbered'), ...one })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {ahead.stays.length > 0 && (
        <>
          <h3>{t('versions.wouldStay')}</h3>
          <ul className="desk-list">
            {ahead.stays.map(({ words, at, cases, samples }) => (
              <li key={`${words} ${at}`}>
                {t('versions.line', { cases, words })}
                {at && <span className="desk-under">{at}</span>}
                <Samples samples={samples} />
              </li>
            ))}
          </ul>
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h3>{t('versions.where')}</h3>
          <DeskTable
            label={t('versions.where')}
            columns={['element', 'cases', 'moves'].map((id) => ({
              id,
              name: t(`versions.${id === 'moves' ? 'wouldMove' : `columns.${id}`}`),
            }))}
            rows={waiting.map(({ element, name, waits }) => ({
              id: element,
              cells: [name, String(waits!.cases), String(waits!.moves)],
            }))}
          />
        </>
      )}
    </>
  )
}

function Samples({ samples }: Pick<Ahead['moves'][number], 'samples'>) {
  const t = useTexts()
  return (
    <span className="desk-under">
      {t('versions.samples')}{' '}
      {samples.map(({ id, number }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link href={`/desk/cases/${id}`}>{number || t('versions.unnumbered')}</Link>
        </span>
      ))}
    </span>
  )
}
