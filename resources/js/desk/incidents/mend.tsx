import { useEffect, useRef } from 'react'
import type { IncidentPage } from '#desk/domain/incidents_page'
import { PostForm } from '../post_form.js'
import { useTexts } from '../texts.js'
import { Field } from '../values/field.js'
import { Variable } from './variable.js'

/** What the process knows, to be mended, and why it may work now. */
export function Mend(page: IncidentPage) {
  const t = useTexts()
  const { incident, fields, frozen, reason, failed } = page
  return (
    <section className="desk-panel" aria-labelledby="mend">
      <h2 id="mend">{t('incident.mend')}</h2>
      {failed && <Faults {...page} />}
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
        <Field
          id="reason"
          label={t('incidents.reason')}
          hint={t('incidents.reasonHint')}
          fault={reason.fault ?? undefined}
        >
          {(described) => (
            <textarea
              {...described}
              name="reason"
              className="desk-input"
              defaultValue={reason.text}
              maxLength={1000}
            />
          )}
        </Field>
        <div className="desk-actions">
          <button type="submit" className="desk-button desk-button--primary">
            {t('incident.retry')}
          </button>
        </div>
      </PostForm>
    </section>
  )
}

/** What holds something, or was typed wrongly, stands in sight; the rest is there for whoever looks for it. */
const known = ({ value, fault }: IncidentPage['fields'][number]) => value !== '' || fault !== null

/** What has to be mended before it can be tried again, with a link to each. */
function Faults({ fields, reason }: IncidentPage) {
  const t = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const all = [
    ...fields.flatMap(({ name, fault }) =>
      fault ? [{ at: `variable.${name}`, text: `${name}: ${fault}` }] : []
    ),
    ...(reason.fault ? [{ at: 'reason', text: reason.fault }] : []),
  ]
  return (
    <div ref={box} tabIndex={-1} className="desk-flash desk-flash--danger" role="alert">
      <h3>{t('incident.mendThis')}</h3>
      <ul>
        {all.map(({ at, text }) => (
          <li key={at}>
            <a href={`#${at}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
