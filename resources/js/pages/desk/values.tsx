import { Link } from '@inertiajs/react'
import type { SaidVersion, SeamLine, ValuesPage } from '#desk/domain/values_page'
import { Options } from '../../desk/options.js'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'
import { Said } from '../../desk/values/said.js'

export default function Values(page: ValuesPage) {
  const t = useTexts()
  return (
    <>
      <p>
        <Link href="/desk/procedures">{t('values.back')}</Link>
      </p>
      <PageHead title={page.title} />
      <p className="desk-hint">{t(page.seams.length > 0 ? 'values.lead' : 'values.none')}</p>
      {page.seams.map((seam) => (
        <Seam key={seam.id} seam={seam} page={page} />
      ))}
      <Bound {...page} />
    </>
  )
}

function Seam({ seam, page }: { seam: SeamLine; page: ValuesPage }) {
  const t = useTexts()
  const here = `/desk/procedures/${page.slug}/values/${seam.id}`
  return (
    <section className="desk-panel" aria-labelledby={seam.id}>
      <div className="desk-page-head">
        <h2 id={seam.id}>{seam.title}</h2>
        <Link className="desk-button" href={here}>
          {t('values.change')}
          <span className="desk-visually-hidden">: {seam.title}</span>
        </Link>
      </div>
      {seam.hint && <p className="desk-hint">{seam.hint}</p>}
      {seam.missing && <p className="desk-flash desk-flash--danger">{t('values.missing')}</p>}
      {!seam.missing && seam.now.length === 0 && <p>{t('values.nothing')}</p>}
      <All said={seam.now} columns={seam.columns} />
      {seam.later.length > 0 && <h3>{t('values.later')}</h3>}
      {seam.later.map((version) => (
        <div key={version.from} className="desk-later">
          <Said version={version} columns={seam.columns} />
          {version.own && version.from && (
            <form method="post" action={`/desk/procedures/${page.slug}/removal`} className="desk-actions">
              <input type="hidden" name="_csrf" value={page.csrf} />
              <input type="hidden" name="seam" value={seam.id} />
              <input type="hidden" name="from" value={version.from} />
              <Link className="desk-button" href={`${here}?from=${version.from}`}>
                {t('values.mend')}
              </Link>
              <button type="submit" className="desk-button desk-button--danger">
                {t('values.remove')}
              </button>
            </form>
          )}
        </div>
      ))}
      {seam.past.length > 0 && (
        <details>
          <summary>{t('values.past', { count: seam.past.length })}</summary>
          <All said={seam.past} columns={seam.columns} />
        </details>
      )}
    </section>
  )
}

const All = ({ said, columns }: { said: SaidVersion[]; columns: string[] }) =>
  said.map((version) => <Said key={version.from ?? ''} version={version} columns={columns} />)

function Bound({ bound, slug, csrf }: ValuesPage) {
  const t = useTexts()
  return (
    <section className="desk-panel" aria-labelledby="bound">
      <h2 id="bound">{t('values.boundTitle')}</h2>
      <form method="post" action={`/desk/procedures/${slug}/binding`}>
        <input type="hidden" name="_csrf" value={csrf} />
        {bound.map(({ member, value, options }) => (
          <p className="desk-field" key={member}>
            <label htmlFor={`bound-${member}`}>{t(`values.members.${member}`)}</label>
            <select id={`bound-${member}`} name={member} defaultValue={value} className="desk-input">
              <Options options={options} />
            </select>
          </p>
        ))}
        <button type="submit" className="desk-button">
          {t('values.bind')}
        </button>
      </form>
    </section>
  )
}
