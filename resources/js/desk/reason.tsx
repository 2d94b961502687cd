import { Field } from './values/field.js'

/** Why something is done, in a field of its own. */
export function Reason(props: {
  id: string
  label: string
  hint: string
  text: string
  fault: string | null
  most?: number
}) {
  const { id, label, hint, text, fault, most = 1000 } = props
  return (
    <Field id={id} label={label} hint={hint} fault={fault ?? undefined}>
      {(described) => (
        <textarea {...described} name={id} className="desk-input" defaultValue={text} maxLength={most} />
      )}
    </Field>
  )
}
