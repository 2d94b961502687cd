import { Link } from '@inertiajs/react'
import type { VersionsPage } from '#desk/domain/versions_page'
import { DeskTable } from '../../desk/desk_table.js'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'
import { Under } from '../../desk/under.js'
import { Runs } from '../../desk/versions/runs.js'

type Procedure = VersionsPage['procedures'][number]

export default function Versions({ procedures }: VersionsPage) {
  const t = useTexts()
  return (
    <>
      <PageHead title={t('versions.title')} />
      <p className="desk-hint">{t('versions.lead')}</p>
      {procedures.length === 0 && <p className="desk-panel desk-empty">{t('versions.none')}</p>}
      {procedures.map((one) => (
        <section key={one.slug} className="desk-panel" aria-labelledby={one.slug}>
          <h2 id={one.slug}>{one.title}</h2>
          <VersionTable {...one} />
          {one.runs.length > 0 && (
            <details className="desk-fold">
              <summary>{t('versions.runsOf', { count: one.runs.length })}</summary>
              <Runs runs={one.runs} label={`${t('versions.runs')}: ${one.title}`} />
            </details>
          )}
        </section>
      ))}
    </>
  )
}

function VersionTable({ title, versions }: Procedure) {
  const t = useTexts()
  return (
    <DeskTable
      label={t('versions.table', { title })}
      columns={['version', 'publishedAt', 'cases', 'moves'].map((id) => ({
        id,
        name: t(`versions.columns.${id}`),
      }))}
      rows={versions.map((one) => ({
        id: one.digest,
        cells: [
          <Under text={<span className="desk-code">{one.digest}</span>}>
            <strong>{one.version}</strong>{' '}
            {one.offered && <span className="desk-tag desk-tag--success">{t('versions.offered')}</span>}
          </Under>,
          <time dateTime={one.publishedAt.iso}>{one.publishedAt.text}</time>,
          String(one.cases),
          <Moves {...one} />,
        ],
      }))}
    />
  )
}

const Moves = ({ version, moves }: Procedure['versions'][number]) => {
  const t = useTexts()
  return (
    <span>
      {moves.length === 0 && t('table.nothing')}
      {moves.map((one) => (
        <Link
          key={one.href}
          className="desk-button desk-button--link"
          href={one.href}
          aria-label={t('versions.moveFrom', { from: version, to: one.version, digest: one.digest })}
        >
          {t('versions.moveTo', { to: one.version, digest: one.digest })}
        </Link>
      ))}
    </span>
  )
}
