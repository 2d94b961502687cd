import { test } from '@japa/runner'
import { type Scenario, lint, simulate } from '#catalogue/index'
import { calendar } from './calendar.js'
import { sheetOf } from './rendered.js'
import { CATALOGUE } from './root.js'

const procedures = (await lint(CATALOGUE)).map(({ procedure }) => procedure!)

/** A golden case as its town says it, or as a town that says nothing. */
function told(slug: string, id: string, template: string, language = 'es', unsaid = false) {
  const procedure = procedures.find((one) => one.slug === slug)!
  const golden = procedure.scenarios[id] as Scenario
  const scenario = unsaid ? { ...golden, town: { ...golden.town, values: {} } } : golden
  const { variables } = simulate(procedure, scenario, { calendar })
  return sheetOf(procedure, template, variables, language)
}

const itemsOf = (sheet: ReturnType<typeof told>) =>
  sheet.blocks.flatMap((block) => (block.kind === 'list' ? [block] : []))
const wordsOf = (sheet: ReturnType<typeof told>) => JSON.stringify(sheet.blocks)

test.group('What a town says in its own words', () => {
  for (const template of ['resolution', 'licence'])
    test(`is numbered among the conditions of a terrace, a line each: ${template}`, ({ assert }) => {
      const numbered = (unsaid: boolean) =>
        itemsOf(told('terrace-licence', 'granted', template, 'es', unsaid)).find((one) => one.numbered)!.items
      assert.deepEqual(numbered(false), [
        ...numbered(true),
        'La terraza cierra a las 24 horas.',
        'Sin publicidad en las mesas.',
      ])
    })

  for (const [template, id] of [
    ['resolution', 'granted'],
    ['proposal', 'granted_after_comments'],
  ] as const)
    test(`names the ordinance of its terraces in the grounds, which stand without it: ${template}`, ({
      assert,
    }) => {
      const said = wordsOf(told('terrace-licence', id, template))
      const unsaid = wordsOf(told('terrace-licence', id, template, 'es', true))
      assert.include(said, 'ordenanza de terrazas del municipio: Ordenanza de terrazas (BOP de 14')
      assert.notInclude(said, 'que regule')
      assert.include(unsaid, 'la ordenanza del municipio que regule la ocupación')
      assert.notInclude(unsaid, 'del municipio:')
    })

  for (const [slug, id, template, words] of [
    ['capital-gain-self-assessment', 'assessed_higher', 'assessment', 'Ordenança fiscal 1.05.'],
    ['capital-gain-self-assessment', 'assessed_higher', 'receipt', 'Ordenança fiscal 1.05.'],
    ['residence-slip', 'several', 'letter', 'On: Plaça Major, 1, de 9 a 14 hores.'],
    ['complaint-or-suggestion', 'answered', 'receipt', 'Contestem en quinze dies.'],
  ] as const)
    test(`is in the document, in its language, and leaves no gap where it is not said: ${slug}, ${template}`, ({
      assert,
    }) => {
      const said = told(slug, id, template, 'ca')
      const unsaid = told(slug, id, template, 'ca', true)
      assert.include(wordsOf(said), words)
      assert.notInclude(wordsOf(unsaid), words)
      assert.isAtMost(unsaid.blocks.length, said.blocks.length)
    })

  test('can be a word more on the sheet of every procedure', ({ assert }) => {
    for (const { slug, seams } of procedures)
      assert.deepInclude(seams, { id: 'note', kind: 'text', shows: 'sheet' }, slug)
  })
})
