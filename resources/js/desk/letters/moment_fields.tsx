import { useId } from 'react'
import { useTexts } from '../texts.js'

export interface DayAndHour {
  on: string
  hour: string
}

/** Day and hour of one attempt, as the law wants them written down; a publication has a day only. */
export function MomentFields(props: {
  legend: string
  value: DayAndHour
  dayOnly?: boolean
  onChange(value: DayAndHour): void
}) {
  const t = useTexts()
  const id = useId()
  const { legend, value, dayOnly, onChange } = props
  const input = (name: keyof DayAndHour, type: string) => (
    <div className="desk-field">
      <label htmlFor={`${id}-${name}`}>{t(`posted.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        type={type}
        required
        className="desk-input"
        value={value[name]}
        onChange={({ target }) => onChange({ ...value, [name]: target.value })}
      />
    </div>
  )
  return (
    <fieldset className="desk-moment">
      <legend>{legend}</legend>
      {input('on', 'date')}
      {!dayOnly && input('hour', 'time')}
    </fieldset>
  )
}
