import { useId } from 'react'
import type { Option } from '#desk/types'

/** A labelled list to choose one from; `none` is the text of choosing none. */
export function Picker(props: {
  label: string
  options: Option[]
  value: string
  none?: string
  name?: string
  onChange(value: string): void
}) {
  const id = useId()
  return (
    <div className="desk-field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="desk-input"
        name={props.name}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
