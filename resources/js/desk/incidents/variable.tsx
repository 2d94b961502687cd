import type { IncidentPage } from '#desk/domain/incidents_page'
import { useTexts } from '../texts.js'
import { Field } from '../values/field.js'

/** One variable of the process, typed in as what it is. */
export function Variable({ name, kind, value, fault }: IncidentPage['fields'][number]) {
  const t = useTexts()
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
