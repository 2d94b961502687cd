import { test } from '@japa/runner'
import { answerText } from '#cases/queries/answers_parts'
import { type CompiledProcedure, lint, simulate, templateTypes, textOf } from '#catalogue/index'
import { type DocumentContext, renderTemplate } from '#documents/index'
import type { Json } from '#core/json'
import { calendar } from './calendar.js'
import { CATALOGUE } from './root.js'

const context = (
  procedure: CompiledProcedure,
  variables: Record<string, Json>,
  language: string
): DocumentContext => ({
  town: { ...(variables['town'] as object), name: 'Vallserena' },
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

for (const { place, procedure } of await lint(CATALOGUE)) {
  if (!procedure) continue
  test.group(`The documents of ${place.pack}/${place.slug}`, () => {
    for (const [id, scenario] of Object.entries(procedure.scenarios)) {
      const { documents, variables } = simulate(procedure, scenario, { calendar })
      test(`say all they should in every language: ${id}`, ({ assert }) => {
        for (const language of procedure.sheet.languages) {
          for (const template of new Set(documents)) {
            const source = procedure.templates[template]
            if (!source) return assert.fail(`there is no template ${template}`)
            const sheet = renderTemplate(
              source,
              context(procedure, variables, language),
              options(procedure, language)
            )
            const words = sheet.blocks.flatMap((block) => {
              if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text]
              if (block.kind === 'list') return block.items
              return block.kind === 'facts' ? block.facts.map(({ value }) => value) : []
            })
            for (const text of [sheet.title, ...words]) {
              const where = `${language} ${template}: ${text}`
              assert.notInclude(text, '{{', where)
              assert.notMatch(text, /^(—)?$|:\s*$|  |«»|“”| ,/, where)
              assert.notMatch(text, /^[a-z]+(\.[A-Za-z_]+)+$/, where)
            }
          }
        }
      })
    }
  })
}
