import { test } from '@japa/runner'
import { lint, simulate } from '#catalogue/index'
import { calendar } from './calendar.js'
import { sheetOf } from './rendered.js'
import { CATALOGUE } from './root.js'

for (const { place, procedure } of await lint(CATALOGUE)) {
  if (!procedure) continue
  test.group(`The documents of ${place.pack}/${place.slug}`, () => {
    for (const [id, scenario] of Object.entries(procedure.scenarios)) {
      const { documents, variables } = simulate(procedure, scenario, { calendar })
      test(`say all they should in every language: ${id}`, ({ assert }) => {
        for (const language of procedure.sheet.languages) {
          for (const template of new Set(documents)) {
            if (!procedure.templates[template]) return assert.fail(`there is no template ${template}`)
            const sheet = sheetOf(procedure, template, variables, language)
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
