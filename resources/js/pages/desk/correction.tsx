import type { CorrectionPage } from '#desk/domain/correction_page'
import { ActHead } from '../../desk/case/act_head.js'
import { Variable } from '../../desk/incidents/variable.js'
import { PostForm } from '../../desk/post_form.js'
import { Reason } from '../../desk/reason.js'
import { useTexts } from '../../desk/texts.js'

export default function Correction(page: CorrectionPage) {
  const t = useTexts()
  const { case: held, fields, fault } = page
  const failed = fault !== null || fields.some((one) => one.fault !== null)
  const title = t('correction.title')
  return (
    <>
      <ActHead held={held} procedure={page.procedure} title={title} failed={failed} />
      {failed && (
        <p className="desk-flash desk-flash--danger" role="alert">
          {fault ?? t('correction.faults.not_mended')}
        </p>
      )}
      <section className="desk-panel" aria-label={title}>
        {page.closed ? (
          <p>{t('modification.faults.closed')}</p>
        ) : (
          <PostForm action={`/desk/cases/${held.id}/variables`} csrf={page.csrf} hidden={{ seen: page.seen }}>
            <p className="desk-hint">{t('correction.lead')}</p>
            {fields.map((one) => (
              <Variable key={one.name} {...one} />
            ))}
            <Reason
              id="reason"
              label={t('modification.reason')}
              hint={t('incidents.reasonHint')}
              text={page.reason}
              fault={null}
            />
            <div className="desk-actions">
              <button type="submit" className="desk-button desk-button--primary">
                {t('correction.send')}
              </button>
            </div>
          </PostForm>
        )}
      </section>
    </>
  )
}
