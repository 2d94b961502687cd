import Form from '@rjsf/core'
import { type ErrorSchema, type RJSFSchema, bracketNameGenerator } from '@rjsf/utils'
import type { ReactNode } from 'react'
import { ANSWERS, type Answers, type CompiledField, type Issue, issueText, kindOf } from '#forms/view'
import type { FormContext } from './question.ts'
import { silentValidator, theme } from './theme.tsx'

export interface PageForm {
  fields: CompiledField[]
  answers: Answers
  issues: Issue[]
  context: FormContext
  onAnswers?(answers: Answers): void
}

/** The frame belongs to the page around: rjsf's own is left out. */
const Bare = ({ children }: { children: ReactNode }) => children

/** The questions of a page, drawn by rjsf in the theme of the house: the same on the server and hydrated. */
export function PageForm({ fields, answers, issues, context, onAnswers }: PageForm) {
  const shown = Object.fromEntries(fields.map(({ name }) => [name, answers[name]]))
  return (
    <Form
      {...theme}
      tagName={Bare}
      idPrefix={ANSWERS}
      nameGenerator={bracketNameGenerator}
      schema={schemaOf(fields, context)}
      uiSchema={uiSchemaOf(fields)}
      formData={shown}
      formContext={context}
      extraErrors={errorSchemaOf(issues, context)}
      validator={silentValidator}
      noValidate
      showErrorList={false}
      experimental_defaultFormStateBehavior={{ constAsDefaults: 'never', emptyObjectFields: 'skipDefaults' }}
      onChange={({ formData }) => onAnswers?.(formData as Answers)}
    >
      <></>
    </Form>
  )
}

/** rjsf is told no types: it neither coerces nor fills in anything. */
const schemaOf = (fields: CompiledField[], { voice, form }: FormContext): RJSFSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    fields.map(({ name }) => [name, { title: voice.texts(`forms.${form.id}.fields.${name}.label`) ?? name }])
  ),
})

const uiSchemaOf = (fields: CompiledField[]) =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, { 'ui:field': kind }]))

/** Each issue's text at its place: a field, or a part that its kind knows. Nothing else names a place here. */
function errorSchemaOf(issues: Issue[], { form, voice }: FormContext): ErrorSchema {
  const root: Record<string, ErrorSchema & Record<string, ErrorSchema>> = {}
  for (const issue of issues) {
    const field = Object.hasOwn(form.fields, issue.name) ? form.fields[issue.name] : undefined
    if (!field) continue
    const part = issue.pointer.split('/')[2] ?? ''
    const place = (root[field.name] ??= {})
    const target = kindOf(field).parts?.includes(part) ? (place[part] ??= {}) : place
    target.__errors = [...(target.__errors ?? []), issueText(form, issue, voice)]
  }
  return root as ErrorSchema
}
