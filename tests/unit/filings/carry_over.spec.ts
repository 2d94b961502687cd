import { test } from '@japa/runner'
import { compile } from '#catalogue/index'
import { unwrap } from '#core/result'
import { carryOver } from '#filings/domain/carry_over'
import type { Answers } from '#forms/index'
import { pack, plant, smallProcedure } from '#tests/catalogue/small_procedure'

const SCHEMA = 'forms/submission.schema.json'
const UI = 'forms/submission.ui.json'

type Plant = [file: string, pointer: string, value: unknown]

const inAll = (pointer: string, value: unknown): Plant[] =>
  ['es', 'ca', 'en'].map((language) => [`texts/${language}.json`, pointer, value])

async function version(...changes: Plant[]) {
  const files = smallProcedure()
  for (const change of changes) plant(files, ...change)
  return unwrap(await compile(files, { pack }))
}

const request = { $anchor: 'request', kind: 'short_text', type: 'string' }

/** What becomes of an answer to the only question of the first version. */
const carried = async (answers: Answers, ...changes: Plant[]) =>
  carryOver([await version(), await version(...changes)], answers, {})

test.group('The answers of a draft in another version', () => {
  test('are all kept, and nothing is asked again, where no question changed', async ({ assert }) => {
    assert.deepEqual(await carried({ request: 'A bench' }, ['procedure.json', '/version', '2.0.0']), {
      answers: { request: 'A bench' },
      askedAgain: [],
    })
  })

  test('that no longer fit are kept to be mended, and their page is asked again', async ({ assert }) => {
    assert.deepEqual(await carried({ request: 'A bench' }, [SCHEMA, '/properties/request/maxLength', 3]), {
      answers: { request: 'A bench' },
      askedAgain: ['request'],
    })
  })

  test('are asked again where the question reads otherwise, in any language', async ({ assert }) => {
    const change: Plant = ['texts/ca.json', '/forms/submission/fields/request/label', 'Una altra']
    assert.deepEqual((await carried({ request: 'A bench' }, change)).askedAgain, ['request'])
  })

  test('follow a question to its new name: its anchor says which one it is', async ({ assert }) => {
    const moved = await carried(
      { request: 'A bench' },
      [SCHEMA, '/properties', { wish: request }],
      [SCHEMA, '/required', ['wish']],
      [UI, '/pages', [{ id: 'request', fields: ['wish'] }]],
      ...inAll('/forms/submission/fields', { wish: { label: 'Request' } }),
      ...inAll('/documents/resolution/ruling', '{{variables.decision}} about {{answers.wish}}')
    )
    assert.deepEqual(moved, { answers: { wish: 'A bench' }, askedAgain: [] })
  })

  test('go where the question goes, or is of another kind now', async ({ assert }) => {
    const other = { $anchor: 'request', kind: 'yes_no', type: 'boolean' }
    assert.deepEqual(await carried({ request: 'A bench' }, [SCHEMA, '/properties/request', other]), {
      answers: {},
      askedAgain: ['request'],
    })
  })

  test('are joined by those to a new question, also where it may be left open', async ({ assert }) => {
    const more = await carried(
      { request: 'A bench' },
      [SCHEMA, '/properties', { request, phone: { $anchor: 'phone', kind: 'phone', type: 'string' } }],
      [
        UI,
        '/pages',
        [
          { id: 'request', fields: ['request'] },
          { id: 'contact', fields: ['phone'] },
        ],
      ],
      ...inAll('/forms/submission/pages/contact', { title: 'Contact' }),
      ...inAll('/forms/submission/fields/phone', { label: 'Phone' })
    )
    assert.deepEqual(more, { answers: { request: 'A bench' }, askedAgain: ['contact'] })
  })
})
