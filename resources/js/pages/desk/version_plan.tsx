import type { VersionPlanPage } from '#desk/domain/versions_page'
import { ConfirmOrMend } from '../../desk/confirm_or_mend.js'
import { PostForm } from '../../desk/post_form.js'
import { useTexts } from '../../desk/texts.js'
import { Field } from '../../desk/values/field.js'
import { Ahead } from '../../desk/versions/ahead.js'
import { Mapping } from '../../desk/versions/mapping.js'
import { VersionHead } from '../../desk/versions/head.js'
import { Reason } from '../../desk/reason.js'
import { Rest } from '../../desk/versions/rest.js'
import { Runs } from '../../desk/versions/runs.js'
import { Terms } from '../../desk/versions/terms.js'

export default function VersionPlan(page: VersionPlanPage) {
  const t = useTexts()
  const { title, action, proposed, faults, typed, ahead, runs } = page
  const hidden = { proposed: String(proposed) }
  return (
    <>
      <VersionHead
        title={title}
        procedure={page.procedure}
        faults={[
          ...faults.what.map((text) => ({ text })),
          ...(['reason', 'limit', 'why'] as const).map((at) => ({ at, text: faults[at] })),
        ]}
      />
      {ahead ? (
        <section className="desk-panel" aria-labelledby="ahead">
          <h2 id="ahead">{t('versions.ahead')}</h2>
          <Ahead ahead={ahead} rows={page.rows} terms={page.terms} />
          <PostForm action={action} csrf={page.csrf} hidden={{ ...hidden, reason: typed.reason }}>
            <div hidden>
              <Mapping {...page} />
              <Terms {...page} />
            </div>
            <h3>{t('versions.stage')}</h3>
            <Field
              id="limit"
              label={t('versions.limit')}
              hint={t('versions.limitHint')}
              fault={faults.limit ?? undefined}
            >
              {(described) => (
                <input
                  {...described}
                  name="limit"
                  className="desk-input desk-input--day"
                  inputMode="numeric"
                  autoComplete="off"
                  defaultValue={typed.limit}
                />
              )}
            </Field>
            <Reason
              id="why"
              label={t('versions.why')}
              hint={t('incidents.reasonHint')}
              text={typed.why}
              fault={faults.why}
            />
            <ConfirmOrMend confirm={t('versions.start')} mend={t('versions.mend')} />
          </PostForm>
        </section>
      ) : (
        <section className="desk-panel" aria-labelledby="plan">
          <h2 id="plan">{t('versions.plan')}</h2>
          <p className="desk-hint">
            {t(proposed ? 'versions.isProposed' : 'versions.isWritten')}{' '}
            {!proposed && <a href={`${action}?proposed=yes`}>{t('versions.propose')}</a>}
          </p>
          <PostForm action={action} csrf={page.csrf} hidden={hidden}>
            <Mapping {...page} />
            <Terms {...page} />
            <Rest {...page} />
            <Reason
              id="reason"
              label={t('versions.reason')}
              hint={t('versions.reasonHint')}
              text={typed.reason}
              fault={faults.reason}
            />
            <div className="desk-actions">
              <button type="submit" className="desk-button desk-button--primary">
                {t('versions.look')}
              </button>
            </div>
          </PostForm>
        </section>
      )}
      {runs.length > 0 && (
        <section className="desk-panel" aria-labelledby="runs">
          <h2 id="runs">{t('versions.runs')}</h2>
          <Runs runs={runs} label={t('versions.runs')} />
        </section>
      )}
    </>
  )
}
