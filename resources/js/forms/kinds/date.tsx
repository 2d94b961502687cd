import { DATE_PARTS, datePartsOf, kindOf } from '#forms/view'
import { Fieldset } from '../parts/group.tsx'
import { type FieldProps, questionOf } from '../question.ts'

/** Three boxes: nobody has to find the year of their birth in a calendar. */
export function DateParts(props: FieldProps) {
  const question = questionOf(props)
  const { field, voice, id, name, failed, value, change } = question
  const parts = datePartsOf(value)
  return (
    <Fieldset question={question}>
      <div className="govuk-date-input">
        {DATE_PARTS.map((part) => (
          <div className="govuk-date-input__item" key={part}>
            <label className="govuk-label govuk-date-input__label" htmlFor={`${id}-${part}`}>
              {voice.t(`forms.page.date.${part}`)}
            </label>
            <input
              className={[
                'govuk-input govuk-date-input__input',
                part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
                failed && 'govuk-input--error',
              ]
                .filter(Boolean)
                .join(' ')}
              id={`${id}-${part}`}
              name={`${name}[${part}]`}
              type="text"
              inputMode="numeric"
              autoComplete={field.options.autocomplete ? `bday-${part}` : undefined}
              defaultValue={parts[part]}
              aria-invalid={failed || undefined}
              onChange={(event) =>
                change(kindOf(field).decode({ ...parts, [part]: event.target.value }, field))
              }
            />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}
