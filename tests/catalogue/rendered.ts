import { answerText } from '#cases/queries/answers_parts'
import { type CompiledProcedure, templateTypes, textOf } from '#catalogue/index'
import { type DocumentContext, renderTemplate } from '#documents/index'
import type { Json } from '#core/json'
import { calendar } from './calendar.js'

/** What the town said, in one language. */
const inLanguage = (town: Json | undefined, language: string) =>
  Object.fromEntries(
    Object.entries((town ?? {}) as Record<string, Json>).map(([id, value]) => [
      id,
      value !== null && typeof value === 'object'
        ? ((value as Record<string, Json>)[language] ?? null)
        : value,
    ])
  )

const context = (
  procedure: CompiledProcedure,
  variables: Record<string, Json>,
  language: string
): DocumentContext => ({
  town: { ...inLanguage(variables['town'], language), name: 'Vallserena' },
  body: { name: 'Alcaldía' },
  case: { number: '2026/17', unit: 'Atención ciudadana' },
  entry: { number: '2026-E-RE-17', recordedAt: '2026-03-02T09:30:00Z', effectiveAt: '2026-03-02T09:30:00Z' },
  applicant: { name: 'Amparo Ferrer Soler', identifier: '12345678Z' },
  representative: { name: 'Vicent Soler', identifier: '87654321X' },
  answers: variables.answers ?? {},
  variables,
  sheet: { slug: procedure.slug, title: textOf(procedure.texts, language, 'sheet.title') },
  today: '2026-03-02',
  document: {},
})

const options = (procedure: CompiledProcedure, language: string) => ({
  language,
  timeZone: calendar.timeZone,
  translate: () => 'Words of the house',
  text: (id: string) => textOf(procedure.texts, language, id),
  answers: () => [{ title: null, facts: [] }],
  answer: (form: string, field: string, value: Json) =>
    answerText(procedure, { form, field }, value, { language, translate: () => 'Words of the house' }),
  attachments: [],
  entity: 'Vallserena',
  now: '2026-03-02T09:30:00Z',
  types: templateTypes(procedure),
})

/** A document of a case as it reads, the words of the house aside. */
export const sheetOf = (
  procedure: CompiledProcedure,
  template: string,
  variables: Record<string, Json>,
  language: string
) =>
  renderTemplate(
    procedure.templates[template]!,
    context(procedure, variables, language),
    options(procedure, language)
  )
