import { Link } from '@inertiajs/react'
import type { ProceduresPage } from '#desk/domain/values_page'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'
import { WithdrawProcedure } from '../../desk/withdraw_procedure.js'

type Line = ProceduresPage['procedures'][number]

export default function Procedures({ procedures, csrf }: ProceduresPage) {
  const t = useTexts()
  return (
    <>
      <PageHead title={t('procedures.title')} />
      <p className="desk-hint">
        {t('procedures.lead')} <a href="/fees">{t('procedures.prices')}</a>
      </p>
      {procedures.map((one) => (
        <Procedure key={one.slug} one={one} csrf={csrf} />
      ))}
    </>
  )
}

function Procedure({ one, csrf }: { one: Line; csrf: string }) {
  const t = useTexts()
  return (
    <article className="desk-panel" aria-labelledby={one.slug}>
      <div className="desk-page-head">
        <h2 id={one.slug}>{one.title}</h2>
        <span className={`desk-tag desk-tag--${one.offered ? 'success' : 'quiet'}`}>
          {one.offered ? t('procedures.offered', { version: one.offered }) : t('procedures.notOffered')}
        </span>
      </div>
      {one.missing.length > 0 && (
        <p className="desk-flash desk-flash--danger">
          {t('procedures.missing', { names: one.missing.join('; ') })}
        </p>
      )}
      {!one.fits && <p className="desk-flash desk-flash--danger">{t('procedures.misfit')}</p>}
      <div className="desk-actions">
        <Link className="desk-button" href={`/desk/procedures/${one.slug}/values`}>
          {t(one.open ? 'procedures.values' : 'procedures.bindings')}
          <span className="desk-visually-hidden">: {one.title}</span>
        </Link>
        {one.newer && (
          <form method="post" action={`/desk/procedures/${one.slug}/offer`}>
            <input type="hidden" name="_csrf" value={csrf} />
            <button type="submit" className="desk-button desk-button--primary">
              {t('procedures.offer', { version: one.next })}
              <span className="desk-visually-hidden">: {one.title}</span>
            </button>
          </form>
        )}
        {one.offered && <WithdrawProcedure one={one} />}
      </div>
    </article>
  )
}
