import { optionLabel, optionsOf } from '#forms/view'
import { Fieldset, Labelled } from '../parts/group.tsx'
import { type Option, Options } from '../parts/options.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, type Question, questionOf } from '../question.ts'

/** Above this many, a list to open is easier to read than radios. */
const MANY = 12

export function Choice(props: FieldProps) {
  const question = questionOf(props)
  const { field, voice, value, change } = question
  const label = optionLabel(props.registry.formContext.form, field.name, voice)
  const options = optionsOf(field).map((option) => ({
    value: option,
    label: label(option),
    checked: option === value,
  }))
  const as = field.options.as ?? (options.length > MANY ? 'select' : 'radios')
  if (as === 'select') return <Select question={question} options={options} />
  return (
    <Fieldset question={question}>
      <Options
        question={question}
        type="radio"
        options={options}
        inline={field.options.inline === true}
        onPick={change}
      />
    </Fieldset>
  )
}

function Select({ question, options }: { question: Question; options: Option[] }) {
  const { voice, id, name, failed, describedBy, value, change } = question
  return (
    <Labelled question={question}>
      <select
        className={failed ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={id}
        name={name}
        defaultValue={written(value)}
        aria-describedby={describedBy}
        aria-invalid={failed || undefined}
        onChange={(event) => change(event.target.value || undefined)}
      >
        <option value="">{voice.t('forms.page.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
