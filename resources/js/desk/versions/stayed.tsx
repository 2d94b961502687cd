import { Link } from '@inertiajs/react'
import type { VersionRunPage } from '#desk/domain/versions_page'
import { PostForm } from '../post_form.js'
import { useTexts } from '../texts.js'
import { Reason } from '../reason.js'

type Case = VersionRunPage['stays'][number]

/** Cases that stayed, and why. What only needs somebody to look at it is ticked by whoever has, and moves. */
export function Stayed({ run, stays, more, typed, faults, csrf }: VersionRunPage) {
  const t = useTexts()
  const asked = stays.filter(({ review }) => review)
  const others = stays.filter(({ review }) => !review)
  return (
    <section className="desk-panel" aria-labelledby="stayed">
      <h2 id="stayed">{t('versions.stayed')}</h2>
      {more && <p className="desk-hint">{t('versions.more', { count: stays.length })}</p>}
      {asked.length > 0 && (
        <PostForm action={`/desk/runs/${run.id}/reviewed`} csrf={csrf}>
          <fieldset id="cases" className="desk-ticks" aria-describedby="looked">
            <legend>{t('versions.needLook')}</legend>
            <p id="looked" className="desk-hint">
              {t('versions.needLookHint')}
            </p>
            {asked.map((one) => (
              <div key={one.caseId}>
                <label>
                  <input
                    type="checkbox"
                    name="cases[]"
                    value={one.caseId}
                    defaultChecked={typed.cases.includes(one.caseId)}
                  />{' '}
                  {t('versions.looked', { number: one.number || t('versions.unnumbered') })}
                </label>{' '}
                <CaseLine {...one} />
              </div>
            ))}
          </fieldset>
          <Reason
            id="reason"
            label={t('versions.why')}
            hint={t('incidents.reasonHint')}
            text={typed.reason}
            fault={faults.reason}
          />
          <div className="desk-actions">
            <button type="submit" className="desk-button desk-button--primary">
              {t('versions.moveLooked')}
            </button>
          </div>
        </PostForm>
      )}
      <ul className="desk-list">
        {others.map((one) => (
          <li key={one.caseId}>
            <CaseLine {...one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CaseLine({ caseId, number, faults }: Case) {
  const t = useTexts()
  return (
    <>
      <Link href={`/desk/cases/${caseId}`}>{number || t('versions.unnumbered')}</Link>
      {faults.map(({ words, at }) => (
        <span key={`${words} ${at}`} className="desk-under">
          {[words, at].filter(Boolean).join(' ')}
        </span>
      ))}
    </>
  )
}
