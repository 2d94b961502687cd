import { useId } from 'react'
import type { Option } from '#desk/types'
import { Options } from './options.js'

type Choice = Option & { group?: string }

/** A labelled list to choose one from; `none` is the text of choosing none. What has a group stands under it. */
export function Picker(props: {
  label: string
  options: Choice[]
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
        <Options options={props.options.filter(({ group }) => !group)} />
        {groupsOf(props.options).map((group) => (
          <optgroup key={group} label={group}>
            <Options options={props.options.filter((one) => one.group === group)} />
          </optgroup>
        ))}
      </select>
    </div>
  )
}

const groupsOf = (options: Choice[]) => [...new Set(options.flatMap(({ group }) => group || []))]
