import { Link } from '@inertiajs/react'
import type { IncidentLine, IncidentsPage } from '#desk/domain/incidents_page'
import { Causes } from '../../desk/incidents/causes.js'
import { Messages } from '../../desk/incidents/messages.js'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { useTexts } from '../../desk/texts.js'
import { Views } from '../../desk/views.js'

export default function Incidents(page: IncidentsPage) {
  const t = useTexts()
  const settled = page.views.some(({ name, current }) => name === 'resolved' && current)
  return (
    <>
      <PageHead title={t('incidents.title')} />
      <p className="desk-hint">{t('incidents.lead')}</p>
      <Views
        label={t('incidents.views')}
        views={page.views.map(({ name, count, ...view }) => ({
          ...view,
          name: t(`incidents.view.${name}`, { count }),
        }))}
      />
      {page.kinds.length > 1 && (
        <Views
          label={t('incidents.kinds')}
          views={page.kinds.map(({ name, count, ...kind }) => ({
            ...kind,
            name: t('incidents.kind', { name, count }),
          }))}
        />
      )}
      <Causes causes={page.causes} />
      {page.incidents.length === 0 && (
        <p className="desk-panel desk-empty">{t(settled ? 'incidents.noneSettled' : 'incidents.none')}</p>
      )}
      {page.incidents.map((incident) => (
        <Incident key={incident.id} {...incident} />
      ))}
      <Messages {...page.messages} />
      <Pages first={page.first} next={page.next} />
    </>
  )
}

function Incident({ id, element, procedure, words, at, settled, case: held }: IncidentLine) {
  const t = useTexts()
  return (
    <section className="desk-panel" aria-label={[element, held?.number].filter(Boolean).join(' ')}>
      <h2>
        <Link href={`/desk/incidents/${id}`}>{element}</Link>
      </h2>
      <p>
        {words}
        {procedure && <span className="desk-under">{procedure}</span>}
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
        {settled && (
          <span className="desk-under">
            {t('incidents.settled', { when: settled.at.text, by: settled.by })}
          </span>
        )}
      </p>
    </section>
  )
}
