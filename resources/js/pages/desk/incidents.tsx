import { Link } from '@inertiajs/react'
import type { IncidentsPage } from '#desk/types'
import { DialogButton } from '../../desk/dialog.js'
import { PageHead } from '../../desk/page_head.js'
import { ReasonForm } from '../../desk/reason_form.js'
import { useTexts } from '../../desk/texts.js'

export default function Incidents({ incidents }: IncidentsPage) {
  const t = useTexts()
  return (
    <>
      <PageHead title={t('incidents.title')} />
      <p className="desk-hint">{t('incidents.lead')}</p>
      {incidents.length === 0 && <p className="desk-panel desk-empty">{t('incidents.none')}</p>}
      {incidents.map((incident) => (
        <Incident key={incident.id} incident={incident} />
      ))}
    </>
  )
}

function Incident({ incident }: { incident: IncidentsPage['incidents'][number] }) {
  const t = useTexts()
  const { element, words, remedy, detail, at, case: held } = incident
  return (
    <section className="desk-panel" aria-label={element}>
      <div className="desk-page-head">
        <h2>{element}</h2>
        <Retry id={incident.id} element={element} />
      </div>
      <p>
        {words}
        <span className="desk-under">{remedy}</span>
      </p>
      <p className="desk-quiet">
        <time dateTime={at.iso}>{at.text}</time>
        {held && (
          <>
            {' · '}
            <Link href={`/desk/cases/${held.id}`}>
              {held.number} {held.subject}
            </Link>
          </>
        )}
      </p>
      <details>
        <summary>{t('incidents.detail')}</summary>
        <p className="desk-code">{detail}</p>
      </details>
    </section>
  )
}

function Retry({ id, element }: { id: string; element: string }) {
  const t = useTexts()
  return (
    <DialogButton text={t('incidents.retry')} title={t('incidents.retryOf', { element })}>
      {(close) => (
        <ReasonForm
          to={`/desk/incidents/${id}/retry`}
          label={t('incidents.reason')}
          hint={t('incidents.reasonHint')}
          missing={t('incidents.noReason')}
          send={t('incidents.retry')}
          close={close}
        />
      )}
    </DialogButton>
  )
}
