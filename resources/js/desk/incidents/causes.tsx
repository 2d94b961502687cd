import type { IncidentsPage } from '#desk/domain/incidents_page'
import { DialogButton } from '../dialog.js'
import { ReasonForm } from '../reason_form.js'
import { useTexts } from '../texts.js'

/** What failed in the same way more than once: tried again together, with one reason. */
export function Causes({ causes }: Pick<IncidentsPage, 'causes'>) {
  const t = useTexts()
  if (causes.length === 0) return null
  return (
    <section className="desk-panel" aria-labelledby="causes">
      <h2 id="causes">{t('incidents.causes')}</h2>
      <p className="desk-hint">{t('incidents.causesLead')}</p>
      <ul className="desk-list">
        {causes.map((cause) => (
          <li key={cause.cause} className="desk-page-head">
            <Cause {...cause} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Cause({ cause, element, procedure, words, detail, count, since }: IncidentsPage['causes'][number]) {
  const t = useTexts()
  return (
    <>
      <p>
        <strong>{[element, procedure].filter(Boolean).join(' · ')}</strong>
        <span className="desk-under">{words}</span>
        <span className="desk-under">{t('incidents.count', { count, since: since.text })}</span>
        <span className="desk-under desk-code">{detail}</span>
      </p>
      <DialogButton
        text={t('incidents.retryAll')}
        label={t('incidents.retryAllOf', { element })}
        title={t('incidents.retryAllOf', { element })}
      >
        {(close) => (
          <ReasonForm
            to="/desk/incident-retries"
            more={{ cause }}
            label={t('incidents.reason')}
            hint={t('incidents.reasonHint')}
            missing={t('incidents.noReason')}
            send={t('incidents.retryAll')}
            close={close}
          />
        )}
      </DialogButton>
    </>
  )
}
