import type { IncidentPage } from '#desk/domain/incidents_page'
import { useTexts } from '../texts.js'
import { Field } from '../values/field.js'

const CHOICES = ['text', 'number', 'data', 'yes', 'no', 'nothing'] as const

/** One variable of the process, typed in as what it is; where its process says no type, that is chosen, too. */
export function Variable({ name, kind, value, fault, as }: IncidentPage['fields'][number]) {
  const t = useTexts()
  if (as)
    return (
      <>
        <Field id={`variable.${name}`} label={name} fault={fault ?? undefined}>
          {(described) => (
            <textarea
              {...described}
              name={`variables[${name}]`}
              defaultValue={value}
              className={kind === 'data' ? 'desk-input desk-code' : 'desk-input'}
              rows={kind === 'data' && value ? 4 : 1}
            />
          )}
        </Field>
        <Field id={`kind.${name}`} label={t('incident.holds', { name })}>
          {(described) => (
            <select
              {...described}
              name={`kinds[${name}]`}
              defaultValue={as}
              className="desk-input desk-input--day"
            >
              {CHOICES.map((one) => (
                <option key={one} value={one}>
                  {t(`incident.choices.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </>
    )
  return (
    <Field id={`variable.${name}`} label={name} hint={t(`incident.kinds.${kind}`)} fault={fault ?? undefined}>
      {(described) => {
        const given = { ...described, name: `variables[${name}]`, defaultValue: value }
        if (kind === 'boolean')
          return (
            <select {...given} className="desk-input desk-input--day">
              <option value="">{t('incident.empty')}</option>
              <option value="true">{t('incident.yes')}</option>
              <option value="false">{t('incident.no')}</option>
            </select>
          )
        if (kind === 'data')
          return <textarea {...given} className="desk-input desk-code" rows={value ? 4 : 1} />
        if (kind === 'text') return <textarea {...given} className="desk-input" rows={1} />
        return (
          <input
            {...given}
            type={kind === 'date' ? 'date' : 'text'}
            inputMode={kind === 'number' ? 'decimal' : undefined}
            className="desk-input desk-input--day"
            autoComplete="off"
          />
        )
      }}
    </Field>
  )
}
