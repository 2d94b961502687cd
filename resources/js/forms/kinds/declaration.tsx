import { Group, Hint, QuestionError } from '../parts/group.tsx'
import { type FieldProps, questionOf } from '../question.ts'

/** A box to tick. Nobody declares anything by leaving it as it was, so it begins empty. */
export function Declaration(props: FieldProps) {
  const question = questionOf(props)
  const { id, name, label, describedBy, value, failed, change } = question
  return (
    <Group question={question}>
      <QuestionError question={question} />
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={id}
            name={name}
            type="checkbox"
            value="yes"
            defaultChecked={value === true}
            aria-describedby={describedBy}
            aria-invalid={failed || undefined}
            onChange={(event) => change(event.target.checked || undefined)}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {label}
          </label>
          <Hint question={question} className="govuk-hint govuk-checkboxes__hint" />
        </div>
      </div>
    </Group>
  )
}
