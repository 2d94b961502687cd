import type { ReactNode } from 'react'
import { type Question, errorId, hintId } from '../question.ts'

interface Frame {
  question: Question
  className?: string
  children: ReactNode
}

/** The frame around one question. One that hangs on another of its page says on what, for the script. */
export function Group({ question, className, children }: Frame) {
  const { failed, hangsOn } = question
  const classes = ['govuk-form-group', failed && 'govuk-form-group--error', className]
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      data-visible-when={hangsOn && JSON.stringify(hangsOn.tree)}
    >
      {children}
    </div>
  )
}

export function Hint({ question, className = 'govuk-hint' }: { question: Question; className?: string }) {
  if (!question.hint) return null
  return (
    <div id={hintId(question.id)} className={className}>
      {question.hint}
    </div>
  )
}

/** What is wrong. The word before it is for those who don't see the red. */
export function ErrorMessage({ id, text, word }: { id: string; text: string | undefined; word: string }) {
  if (!text) return null
  return (
    <p id={errorId(id)} className="govuk-error-message">
      <span className="govuk-visually-hidden">{word}</span> {text}
    </p>
  )
}

export const QuestionError = ({ question: { id, error, voice } }: { question: Question }) => (
  <ErrorMessage id={id} text={error} word={voice.t('forms.page.error')} />
)

/** A question with one control: its label, hint and error before it. */
export function Labelled({ question, className, children }: Frame) {
  return (
    <Group question={question} className={className}>
      <label className="govuk-label govuk-label--s" htmlFor={question.id}>
        {question.label}
      </label>
      <Hint question={question} />
      <QuestionError question={question} />
      {children}
    </Group>
  )
}

/** A question with several controls, under one legend. */
export function Fieldset({ question, children }: { question: Question; children: ReactNode }) {
  return (
    <Group question={question}>
      <fieldset className="govuk-fieldset" aria-describedby={question.describedBy}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{question.label}</legend>
        <Hint question={question} />
        <QuestionError question={question} />
        {children}
      </fieldset>
    </Group>
  )
}
