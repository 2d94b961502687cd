import type { InputHTMLAttributes } from 'react'
import { kindOf } from '#forms/view'
import type { Question } from '../question.ts'
import { Labelled } from './group.tsx'

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'spellCheck' | 'autoCapitalize'
>

interface TextInput {
  question: Question
  /** What stands in the box: the answer as people write it. */
  text: string
  /** Letters wide, where the author doesn't say. */
  width?: number
  /** Letters set apart, for codes that are copied from a card. */
  code?: boolean
  suffix?: string
}

/** A question with one line to write in. */
export function TextInput({ question, text, width, code, suffix, ...attributes }: TextInput & Attributes) {
  const { field, id, name, failed, describedBy, change } = question
  const { options } = field
  const wide = options.width ?? width
  const className = [
    'govuk-input',
    failed && 'govuk-input--error',
    wide && `govuk-input--width-${wide}`,
    code && 'govuk-input--extra-letter-spacing',
  ]
  const input = (
    <input
      className={className.filter(Boolean).join(' ')}
      id={id}
      name={name}
      type="text"
      {...attributes}
      autoComplete={(options.autocomplete as string | undefined) ?? attributes.autoComplete}
      defaultValue={text}
      aria-describedby={describedBy}
      aria-invalid={failed || undefined}
      onChange={(event) => change(kindOf(field).decode(event.target.value, field))}
    />
  )
  return (
    <Labelled question={question}>
      <WithSigns before={options.prefix} after={options.suffix ?? suffix}>
        {input}
      </WithSigns>
    </Labelled>
  )
}

/** The unit stands beside the box and is not read out: the label or the hint names it. */
function WithSigns({
  before,
  after,
  children,
}: {
  before: unknown
  after: unknown
  children: React.ReactNode
}) {
  if (!before && !after) return children
  return (
    <div className="govuk-input__wrapper">
      {before ? (
        <div className="govuk-input__prefix" aria-hidden="true">
          {String(before)}
        </div>
      ) : null}
      {children}
      {after ? (
        <div className="govuk-input__suffix" aria-hidden="true">
          {String(after)}
        </div>
      ) : null}
    </div>
  )
}
