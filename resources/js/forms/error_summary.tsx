import { ADDRESS_PARTS, ANSWERS, DATE_PARTS, type CompiledField, type Issue, issueText } from '#forms/view'
import type { FormContext } from './question.ts'

/** The control that an issue leads to: the first of its question, or the very part that is wrong. */
export function focusId(field: CompiledField, { pointer, message }: Issue): string {
  const id = `${ANSWERS}_${field.name}`
  const last = message.slice(message.lastIndexOf('.') + 1)
  if (field.kind === 'date') return `${id}-${DATE_PARTS.find((part) => part === last) ?? 'day'}`
  if (field.kind !== 'postal_address') return id
  const part = pointer.split('/')[2]
  return `${id}-${ADDRESS_PARTS.find((known) => known === part) ?? 'street'}`
}

interface ErrorSummary {
  issues: Issue[]
  shown: CompiledField[]
  context: FormContext
}

/** All that is wrong with the page, each with a link to where it is mended. */
export function ErrorSummary({ issues, shown, context: { form, voice } }: ErrorSummary) {
  if (issues.length === 0) return null
  return (
    <div className="govuk-error-summary" tabIndex={-1} data-error-summary="">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{voice.t('forms.page.problem')}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {issues.map((issue) => {
              const field = shown.find(({ name }) => name === issue.name)
              const text = issueText(form, issue, voice)
              return (
                <li key={issue.pointer}>{field ? <a href={`#${focusId(field, issue)}`}>{text}</a> : text}</li>
              )
            })}
          </ul>
        </div>
      </div>
    </div>
  )
}
