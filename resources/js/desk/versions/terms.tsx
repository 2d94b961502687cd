import type { VersionPlanPage } from '#desk/domain/versions_page'
import { Options } from '../options.js'
import { useTexts } from '../texts.js'
import { Field } from '../values/field.js'

type Given = Pick<VersionPlanPage, 'terms'>

const COUNTS = ['kept', 'again', 'anew'] as const

/** What becomes of terms that run and are of another length in the other version. */
export function Terms({ terms }: Given) {
  const t = useTexts()
  if (terms.length === 0) return null
  return (
    <>
      <h3>{t('versions.terms')}</h3>
      <p className="desk-hint">{t('versions.termsHint')}</p>
      {terms.map(({ element, name, before, now, count, ground }) => (
        <fieldset key={element} className="desk-ticks">
          <legend>{t('versions.term', { name, before, now })}</legend>
          <Field id={`timers.${element}`} label={t('versions.count')}>
            {(described) => (
              <select {...described} name={`timers[${element}]`} className="desk-input" defaultValue={count}>
                <Options options={COUNTS.map((value) => ({ value, label: t(`versions.counts.${value}`) }))} />
              </select>
            )}
          </Field>
          <Field id={`grounds.${element}`} label={t('versions.ground')} hint={t('versions.groundHint')}>
            {(described) => (
              <input
                {...described}
                name={`grounds[${element}]`}
                className="desk-input"
                defaultValue={ground}
                maxLength={500}
                autoComplete="off"
              />
            )}
          </Field>
        </fieldset>
      ))}
    </>
  )
}

/** The same of the cases that there are, once it was tried. */
export function TermsAhead({ terms }: Given) {
  const t = useTexts()
  const running = terms.filter(({ cases }) => cases > 0)
  if (running.length === 0) return null
  return (
    <>
      <h3>{t('versions.terms')}</h3>
      <ul className="desk-list">
        {running.map(({ element, name, before, now, count, ground, cases }) => (
          <li key={element}>
            {t('versions.line', { cases, words: t('versions.term', { name, before, now }) })}
            <span className="desk-under">
              {[t(`versions.counts.${count}`), count !== 'kept' && ground].filter(Boolean).join('. ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
