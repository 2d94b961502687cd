import { ADDRESS_PARTS, kindOf } from '#forms/view'
import { ErrorMessage, Fieldset } from '../parts/group.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, type Question, errorId, questionOf } from '../question.ts'

type Part = (typeof ADDRESS_PARTS)[number]

/** How each part is drawn, and what a browser may fill it with. */
const LOOK: Record<Part, { width?: string; autoComplete?: string; inputMode?: 'numeric' }> = {
  street: { autoComplete: 'address-line1' },
  number: { width: 'govuk-input--width-5' },
  details: { autoComplete: 'address-line2' },
  postcode: { width: 'govuk-input--width-5', autoComplete: 'postal-code', inputMode: 'numeric' },
  town: { width: 'govuk-!-width-two-thirds', autoComplete: 'address-level2' },
}

export function PostalAddress(props: FieldProps) {
  const question = questionOf(props)
  return (
    <Fieldset question={question}>
      {ADDRESS_PARTS.map((part) => (
        <AddressPart key={part} question={question} part={part} />
      ))}
    </Fieldset>
  )
}

function AddressPart({ question, part }: { question: Question; part: Part }) {
  const { field, voice, name, value, partError, change } = question
  const id = `${question.id}-${part}`
  const error = partError(part)
  const { width, ...attributes } = LOOK[part]
  const address = Object(value) as Record<string, string>
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label className="govuk-label" htmlFor={id}>
        {voice.t(`forms.page.address.${part}`)}
      </label>
      <ErrorMessage id={id} text={error} word={voice.t('forms.page.error')} />
      <input
        className={['govuk-input', width, error && 'govuk-input--error'].filter(Boolean).join(' ')}
        id={id}
        name={`${name}[${part}]`}
        type="text"
        {...attributes}
        defaultValue={written(address[part])}
        aria-describedby={error ? errorId(id) : undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => change(kindOf(field).decode({ ...address, [part]: event.target.value }, field))}
      />
    </div>
  )
}
