import Form from '@rjsf/core'
import { type ErrorSchema, type RJSFSchema, bracketNameGenerator } from '@rjsf/utils'
import type { ReactNode } from 'react'
import { ANSWERS, type Answers, type CompiledField, type Issue, issueText } from '#forms/view'
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

/** Each issue's text at its place; of a list, at the list itself. */
function errorSchemaOf(issues: Issue[], { form, voice }: FormContext): ErrorSchema {
  const root: Record<string, ErrorSchema> = {}
  for (const issue of issues) {
    const path = issue.pointer
      .slice(1)
      .split('/')
      .filter((token) => !/^\d+$/.test(token))
    let place = root as ErrorSchema & Record<string, ErrorSchema>
    for (const token of path) place = (place[token] ??= {}) as typeof place
    place.__errors = [...(place.__errors ?? []), issueText(form, issue, voice)]
  }
  return root as ErrorSchema
}
