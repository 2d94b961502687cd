import { Field } from '../values/field.js'

/** Why something is done, in a field of its own. */
export function Reason(props: {
  id: string
  label: string
  hint: string
  text: string
  fault: string | null
}) {
  const { id, label, hint, text, fault } = props
  return (
    <Field id={id} label={label} hint={hint} fault={fault ?? undefined}>
      {(described) => (
        <textarea {...described} name={id} className="desk-input" defaultValue={text} maxLength={1000} />
      )}
    </Field>
  )
}
