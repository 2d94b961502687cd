import { Link } from '@inertiajs/react'
import type { ValuePage } from '#desk/domain/values_page'
import { Reason } from '../reason.js'
import { useTexts } from '../texts.js'
import { Fields } from './fields.js'
import { ValueForm } from './form.js'
import { Summary } from './summary.js'

/** The form of a rate or a value, as it was typed. */
export function FillIn(page: ValuePage & { failed: boolean }) {
  const t = useTexts()
  const { seam, typed, faults, used } = page
  return (
    <>
      {seam.hint && <p className="desk-hint">{seam.hint}</p>}
      {seam.article && <p className="desk-hint">{t('values.law', { article: seam.article })}</p>}
      {page.failed && <Summary faults={faults} used={used} />}
      <ValueForm page={page}>
        {/* Enter in a field goes on, and adds no rows. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        <Fields {...page} />
        {(used !== null || typed.reason) && (
          <Reason
            id="reason"
            label={t('values.reason')}
            hint={t('values.reasonHint')}
            text={typed.reason}
            fault={used}
            most={500}
          />
        )}
        <div className="desk-actions">
          <button type="submit" className="desk-button desk-button--primary">
            {t('values.look')}
          </button>
          {(seam.kind === 'rows' || seam.kind === 'brackets') && (
            <button type="submit" name="step" value="more" className="desk-button">
              {t('values.more')}
            </button>
          )}
          <Link className="desk-button" href={`/desk/procedures/${page.slug}/values`}>
            {t('cancel')}
          </Link>
        </div>
      </ValueForm>
    </>
  )
}
