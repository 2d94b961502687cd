import { type Diagnostic, problem, warning } from '#core/diagnostic'
import type { Check, Context } from '#catalogue/domain/check/context'
import { SHEET } from '#catalogue/domain/files'
import { literal } from '#catalogue/domain/process_facts'
import { isService, SERVICES } from '#exchange/index'
import { ACTIVITIES, FILING_TEMPLATES, isOffices, isOwnMessage, MESSAGES } from '#catalogue/domain/vocabulary'

function submissionForm({ sheet, forms }: Context): Diagnostic[] {
  if (forms.has(sheet.submissionForm)) return []
  const params = { form: sheet.submissionForm }
  return [problem('SUBMISSION_FORM_MISSING', { file: SHEET, pointer: '/submissionForm', params })]
}

const serviceUnknown = (place: { file: string; element: string }, service: string): Diagnostic =>
  problem('SERVICE_UNKNOWN', { ...place, params: { service, known: SERVICES.join(', ') } })

/** The inputs an activity must have, and the notices and services it names (templates are the engine's to check). */
function activityInputs(context: Context): Diagnostic[] {
  return context.facts.activities.flatMap(({ element, activity, inputs }) => {
    const contract = ACTIVITIES[activity]
    if (!contract) return []
    const place = { file: context.process.file, element }
    const missing = contract.inputs.filter((name) => !inputs.some((input) => input.name === name))
    const unknown = inputs.flatMap(({ name, value }) => {
      const [kind, id] = [contract.names?.[name], literal(value)]
      if (kind === 'service') return isService(id) ? [] : [serviceUnknown(place, id ?? value.source)]
      return kind !== 'notice' || id === null || context.notices.has(id)
        ? []
        : [problem('NOTICE_UNKNOWN', { ...place, params: { notice: id } })]
    })
    return [
      ...missing.map((input) => problem('ACTIVITY_INPUT_MISSING', { ...place, params: { activity, input } })),
      ...unknown,
    ]
  })
}

/** What a task is given to begin with is asked for by its form. */
const taskInputs = ({ facts, forms, process }: Context): Diagnostic[] =>
  facts.begun.flatMap(({ element, form, names }) => {
    const fields = forms.get(form)?.fields
    if (!fields) return []
    return names
      .filter((name) => !Object.hasOwn(fields, name))
      .map((name) => {
        const params = { name, form, known: Object.keys(fields).join(', ') }
        return problem('TASK_INPUT_UNKNOWN', { file: process.file, element, params })
      })
  })

const RESULT = /\bresult\.([A-Za-z][A-Za-z0-9_]*)/g

/** What an output keeps of a result is something that the activity answers. */
const activityResults = ({ facts, process }: Context): Diagnostic[] =>
  facts.activities.flatMap(({ element, activity, outputs }) => {
    const known = ACTIVITIES[activity]?.results ?? []
    const read = outputs.flatMap(({ value }) =>
      [...value.source.matchAll(RESULT)].map((match) => match[1] as string)
    )
    return read
      .filter((member) => !known.includes(member))
      .map((member) => {
        const params = { activity, member, known: known.join(', ') || '-' }
        return problem('RESULT_UNKNOWN', { file: process.file, element, params })
      })
  })

const messages = ({ facts, process }: Context): Diagnostic[] =>
  facts.messages.flatMap(({ element, message, sent }) => {
    if (isOwnMessage(message)) return []
    const params = { message, known: MESSAGES.join(', ') }
    const place = { file: process.file, element, params }
    // What an office tells is told by nobody else.
    if (sent) return [problem('MESSAGE_NOT_OWN', place)]
    return isOffices(message) ? [] : [problem('MESSAGE_UNKNOWN', place)]
  })

/** Documents that nothing leads to: not wrong, but somebody forgot something. */
function unused({ sheet, facts, forms, templates, notices }: Context): Diagnostic[] {
  const named = new Set(facts.activities.flatMap(({ inputs }) => inputs.map(({ value }) => literal(value))))
  const computed = facts.activities.some(({ activity, inputs }) =>
    inputs.some(({ name, value }) => ACTIVITIES[activity]?.names?.[name] && literal(value) === null)
  )
  const used = new Set<string>([sheet.submissionForm, ...facts.forms])
  const papers = computed
    ? []
    : [
        ...[...templates.keys()]
          .filter((id) => !FILING_TEMPLATES.some((known) => known === id))
          .map((id) => ['documents', id]),
        ...[...notices.keys()].map((id) => ['notices', id]),
      ].filter(([, id]) => !named.has(id as string))
  return [
    ...[...forms.keys()].filter((id) => !used.has(id)).map((id) => `forms/${id}.schema.json`),
    ...papers.map(([folder, id]) => `${folder}/${id}.json`),
  ].map((file) => warning('FILE_UNUSED', { file }))
}

/** Everything that one document names in another is there. */
export const checkReferences: Check = (context) => [
  ...submissionForm(context),
  ...activityInputs(context),
  ...taskInputs(context),
  ...activityResults(context),
  ...messages(context),
  ...unused(context),
]
