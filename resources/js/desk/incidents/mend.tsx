import type { IncidentPage } from '#desk/domain/incidents_page'
import { Faults } from '../faults.js'
import { PostForm } from '../post_form.js'
import { Reason } from '../reason.js'
import { useTexts } from '../texts.js'
import { Variable } from './variable.js'

/** What the process knows, to be mended, and why it may work now. */
export function Mend(page: IncidentPage) {
  const t = useTexts()
  const { incident, fields, frozen, reason, failed } = page
  return (
    <section className="desk-panel" aria-labelledby="mend">
      <h2 id="mend">{t('incident.mend')}</h2>
      {failed && <Faults faults={faultsOf(page)} heading="h3" />}
      <PostForm action={`/desk/incidents/${incident.id}/retry`} csrf={page.csrf}>
        {fields.length > 0 && <p className="desk-hint">{t('incident.mendLead')}</p>}
        {fields
          .filter((one) => known(one))
          .map((one) => (
            <Variable key={one.name} {...one} />
          ))}
        {fields.some((one) => !known(one)) && (
          <details className="desk-fold">
            <summary>{t('incident.unknown')}</summary>
            {fields
              .filter((one) => !known(one))
              .map((one) => (
                <Variable key={one.name} {...one} />
              ))}
          </details>
        )}
        {frozen.length > 0 && (
          <details className="desk-fold">
            <summary>{t('incident.frozen')}</summary>
            <p className="desk-hint">{t('incident.frozenLead')}</p>
            {frozen.map(({ name, value }) => (
              <p key={name}>
                {name}
                <span className="desk-under desk-code">{value}</span>
              </p>
            ))}
          </details>
        )}
        <Reason id="reason" label={t('incidents.reason')} hint={t('incidents.reasonHint')} {...reason} />
        <div className="desk-actions">
          <button type="submit" className="desk-button desk-button--primary">
            {t('incident.retry')}
          </button>
        </div>
      </PostForm>
    </section>
  )
}

/** What was asked for, holds something or was typed wrongly stands in sight; the rest is there for whoever looks for it. */
const known = ({ value, fault, asked, as }: IncidentPage['fields'][number]) =>
  asked || value !== '' || fault !== null || as === 'yes' || as === 'no'

/** What has to be mended before it can be tried again. */
const faultsOf = ({ fields, reason }: IncidentPage) => [
  ...fields.flatMap(({ name, fault }) =>
    fault ? [{ at: `variable.${name}`, text: `${name}: ${fault}` }] : []
  ),
  ...(reason.fault ? [{ at: 'reason', text: reason.fault }] : []),
]
