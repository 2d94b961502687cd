import type { ValuePage } from '#desk/domain/values_page'
import { Options } from '../options.js'
import { useTexts } from '../texts.js'
import { Field } from './field.js'
import { Rows } from './rows.js'

/** From when, by which article, and what. */
export function Fields({ seam, typed, faults }: ValuePage) {
  const t = useTexts()
  return (
    <>
      <Field id="from" label={t('values.from')} hint={t('values.fromHint')} fault={faults['from']}>
        {(described) => (
          <input
            {...described}
            type="date"
            name="from"
            className="desk-input desk-input--day"
            defaultValue={typed.from}
          />
        )}
      </Field>
      <Field
        id="article"
        label={t('values.article')}
        hint={t('values.articleHint')}
        fault={faults['article']}
      >
        {(described) => (
          <input
            {...described}
            name="article"
            className="desk-input"
            defaultValue={typed.article}
            maxLength={200}
          />
        )}
      </Field>
      <What seam={seam} typed={typed} faults={faults} />
    </>
  )
}

function What({ seam, typed, faults }: Pick<ValuePage, 'seam' | 'typed' | 'faults'>) {
  const t = useTexts()
  if (seam.kind === 'rows' || seam.kind === 'brackets')
    return (
      <>
        <p className="desk-hint">{t(seam.kind === 'rows' ? 'values.rowsHint' : 'values.bracketsHint')}</p>
        <Rows seam={seam} typed={typed} faults={faults} />
      </>
    )
  if (seam.kind === 'text')
    return ['es', 'ca', 'en'].map((lang) => (
      <Field
        key={lang}
        id={`texts.${lang}`}
        label={t(`values.texts.${lang}`)}
        fault={faults[`texts.${lang}`]}
      >
        {(described) => (
          <textarea
            {...described}
            name={`texts[${lang}]`}
            lang={lang}
            className="desk-input"
            defaultValue={typed.texts[lang] ?? ''}
          />
        )}
      </Field>
    ))
  const label = [t('values.figure'), seam.unit && `(${seam.unit})`].filter(Boolean).join(' ')
  return (
    <Field
      id="value"
      label={seam.kind === 'figure' ? label : seam.title}
      hint={seam.kind === 'figure' ? t('values.figureHint') : null}
      fault={faults['value']}
    >
      {(described) =>
        seam.kind === 'figure' ? (
          <input
            {...described}
            name="value"
            inputMode="decimal"
            className="desk-input desk-input--day"
            defaultValue={typed.value}
            autoComplete="off"
          />
        ) : (
          <select
            {...described}
            name="value"
            className="desk-input desk-input--day"
            defaultValue={typed.value}
          >
            <option value="">{t('values.choose')}</option>
            <Options options={seam.options} />
          </select>
        )
      }
    </Field>
  )
}
