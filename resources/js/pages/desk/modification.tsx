import type { ModificationPage } from '#desk/domain/modification_page'
import { ActHead } from '../../desk/case/act_head.js'
import { ConfirmOrMend } from '../../desk/confirm_or_mend.js'
import { PostForm } from '../../desk/post_form.js'
import { MoveFields } from '../../desk/incidents/move_fields.js'
import { useTexts } from '../../desk/texts.js'

export default function Modification(page: ModificationPage) {
  const t = useTexts()
  const { case: held, ahead, faults, typed } = page
  const failed = faults.what !== null || faults.reason !== null
  const title = ahead ? t('modification.aheadTitle') : t('modification.title')
  const action = `/desk/cases/${held.id}/modification`
  return (
    <>
      <ActHead held={held} procedure={page.procedure} title={title} failed={failed} />
      {faults.what && (
        <p className="desk-flash desk-flash--danger" role="alert">
          {faults.what}
        </p>
      )}
      <section className="desk-panel" aria-label={title}>
        {page.closed ? (
          <p>{t('modification.faults.closed')}</p>
        ) : ahead ? (
          <>
            <p>{t('modification.aheadLead')}</p>
            <ul>
              {ahead.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {ahead.length === 0 && <p>{t('modification.ahead.nothing')}</p>}
            <p>
              {t('modification.reason')}
              <span className="desk-under">{typed.reason}</span>
            </p>
            <PostForm action={action} csrf={page.csrf} hidden={{ seen: page.seen }}>
              <div hidden>
                <MoveFields {...page} />
              </div>
              <ConfirmOrMend confirm={t('modification.confirm')} mend={t('modification.mend')} />
            </PostForm>
          </>
        ) : (
          <PostForm action={action} csrf={page.csrf}>
            <p className="desk-hint">{t('modification.lead')}</p>
            <MoveFields {...page} />
            <div className="desk-actions">
              <button type="submit" className="desk-button desk-button--primary">
                {t('modification.look')}
              </button>
            </div>
          </PostForm>
        )}
      </section>
    </>
  )
}
