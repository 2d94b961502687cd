import { Link } from '@inertiajs/react'
import type { IncidentPage } from '#desk/domain/incidents_page'
import { useTexts } from '../texts.js'

/** What helps where trying again does not: another place, or another version. */
export function OtherWays({ modify, versions }: Pick<IncidentPage, 'modify' | 'versions'>) {
  const t = useTexts()
  return (
    <>
      {modify && (
        <section className="desk-panel" aria-labelledby="modify">
          <h2 id="modify">{t('incident.modify')}</h2>
          <p className="desk-hint">{t('incident.modifyLead')}</p>
          <Link className="desk-button" href={modify}>
            {t('incident.modify')}
          </Link>
        </section>
      )}
      {versions && (
        <section className="desk-panel" aria-labelledby="migrate">
          <h2 id="migrate">{t('incident.migrate')}</h2>
          <p className="desk-hint">{t('incident.migrateLead')}</p>
          <p className="desk-quiet">{versions.running}</p>
          <Link className="desk-button" href={versions.href}>
            {t('incident.toVersions')}
          </Link>
        </section>
      )}
    </>
  )
}
