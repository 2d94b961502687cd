import type { ValuePage } from '#desk/domain/values_page'
import { ConfirmOrMend } from '../confirm_or_mend.js'
import { useTexts } from '../texts.js'
import { Fields } from './fields.js'
import { ValueForm } from './form.js'
import { Said } from './said.js'

/** As it will be; what was typed stays in the form, out of sight. */
export function ValueAhead(page: ValuePage & { ahead: NonNullable<ValuePage['ahead']>; columns: string[] }) {
  const t = useTexts()
  const { ahead, columns, typed } = page
  return (
    <>
      <p>{t('values.ahead.lead')}</p>
      <Said version={ahead.version} columns={columns} />
      {ahead.examples.length > 0 && <h2>{t('values.ahead.examples')}</h2>}
      {ahead.examples.map((example) => (
        <div key={example.title} className="desk-example">
          <p>
            <strong>{example.title}</strong>
            <span className="desk-under">
              {t('values.ahead.change', { before: example.before, after: example.after })}
            </span>
          </p>
          <ul>
            {example.lines.map((line) => (
              <li key={line.label}>
                {line.label}: {[line.reckoned, line.amount].filter(Boolean).join(' = ')}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ValueForm page={page}>
        <div hidden>
          <Fields {...page} />
          <input type="hidden" name="reason" value={typed.reason} />
        </div>
        <ConfirmOrMend confirm={t('values.ahead.confirm')} mend={t('values.ahead.mend')} />
      </ValueForm>
    </>
  )
}
