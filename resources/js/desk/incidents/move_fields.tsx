import type { ModificationPage } from '#desk/domain/modification_page'
import { Options } from '../options.js'
import { Reason } from '../reason.js'
import { useTexts } from '../texts.js'
import { Field } from '../values/field.js'

/** What is taken away, what begins, and why. */
export function MoveFields({ tokens, places, typed, faults }: ModificationPage) {
  const t = useTexts()
  return (
    <>
      <fieldset className="desk-ticks">
        <legend>{t('modification.cancel')}</legend>
        {tokens.map(({ key, element, name, words }) => (
          <p key={key}>
            <label>
              <input
                type="checkbox"
                name="cancel[]"
                value={key}
                defaultChecked={typed.cancel.includes(key)}
              />{' '}
              {name}
              <span className="desk-under">
                {words}
                {element !== name && <span className="desk-code"> · {element}</span>}
              </span>
            </label>
          </p>
        ))}
      </fieldset>
      <Field id="begin" label={t('modification.begin')}>
        {(described) => (
          <select {...described} name="begin" className="desk-input" defaultValue={typed.begin}>
            <option value="">{t('modification.beginNothing')}</option>
            <Options options={places} />
          </select>
        )}
      </Field>
      <Reason
        id="reason"
        label={t('modification.reason')}
        hint={t('incidents.reasonHint')}
        text={typed.reason}
        fault={faults.reason}
      />
    </>
  )
}
