import { Head, Link } from '@inertiajs/react'
import type { IncidentPage } from '#desk/domain/incidents_page'
import { History } from '../../desk/case/history.js'
import { Mend } from '../../desk/incidents/mend.js'
import { OtherWays } from '../../desk/incidents/other_ways.js'
import { useTexts } from '../../desk/texts.js'

export default function Incident(page: IncidentPage) {
  const t = useTexts()
  const { incident, before, failed } = page
  return (
    <>
      <Head title={[failed && t('task.error'), incident.element].filter(Boolean).join(' · ')} />
      <p>
        <Link href="/desk/incidents">{t('incident.back')}</Link>
      </p>
      {incident.procedure && <p className="desk-over">{incident.procedure}</p>}
      <h1>{incident.element}</h1>
      <What incident={incident} />
      {incident.settled ? (
        <p className="desk-flash desk-flash--info">
          {t('incident.settledAlready', { by: incident.settled.by, when: incident.settled.at.text })}
        </p>
      ) : (
        // what can work stands before what can't
        <>
          {incident.again && <Mend {...page} />}
          <OtherWays {...page} />
          {!incident.again && <Mend {...page} />}
        </>
      )}
      {before.length > 0 && (
        <section className="desk-panel" aria-labelledby="before">
          <h2 id="before">{t('incident.before')}</h2>
          <History items={before} />
        </section>
      )}
    </>
  )
}

function What({ incident }: Pick<IncidentPage, 'incident'>) {
  const t = useTexts()
  const { words, remedy, detail, obstacles, seen, key, at, case: held } = incident
  return (
    <section className="desk-panel" aria-labelledby="what">
      <h2 id="what">{t('incident.what')}</h2>
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
      {obstacles.length > 0 && (
        <>
          <h3>{t('incident.obstacles')}</h3>
          {obstacles.map((one) => (
            <p key={one.words}>
              {one.words}
              {!one.words.includes(one.source) && <span className="desk-under desk-code">{one.source}</span>}
            </p>
          ))}
        </>
      )}
      {seen.length > 0 && (
        <>
          <h3>{t('incident.seen')}</h3>
          <ul>
            {seen.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t('incidents.detail')}</summary>
        <p className="desk-code">{detail}</p>
        <p className="desk-quiet">
          {t('incident.key')}: <span className="desk-code">{key}</span>
        </p>
      </details>
    </section>
  )
}
