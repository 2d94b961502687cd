import type { Question } from '../question.ts'

export interface Option {
  value: string
  label: string
  checked: boolean
}

interface Options {
  question: Question
  type: 'radio' | 'checkbox'
  options: Option[]
  inline?: boolean
  onPick(value: string, checked: boolean): void
}

/** The id of an option. The first has the question's own, so that an error can lead to it. */
const optionId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)

/** Radios or checkboxes, each with its label. */
export function Options({ question, type, options, inline, onPick }: Options) {
  const { id, name } = question
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  return (
    <div className={inline ? `${block} ${block}--inline` : block}>
      {options.map(({ value, label, checked }, index) => (
        <div className={`${block}__item`} key={value}>
          <input
            className={`${block}__input`}
            id={optionId(id, index)}
            name={type === 'checkbox' ? `${name}[]` : name}
            type={type}
            value={value}
            defaultChecked={checked}
            onChange={(event) => onPick(value, event.target.checked)}
          />
          <label className={`govuk-label ${block}__label`} htmlFor={optionId(id, index)}>
            {label}
          </label>
        </div>
      ))}
    </div>
  )
}
