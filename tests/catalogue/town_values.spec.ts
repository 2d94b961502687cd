import { test } from '@japa/runner'
import { compile, simulate, type Scenario } from '#catalogue/index'
import { unwrap } from '#core/result'
import { calendar } from './calendar.js'
import { pack, plant, smallProcedure } from './small_procedure.js'

/** What a citizen is asked, what it costs, who resolves it and what the resolution says hang on the town. */
async function openProcedure() {
  const files = smallProcedure()
  const values = [
    { id: 'asksWhy', kind: 'yes_no', default: false },
    { id: 'copyPrice', kind: 'money', required: true, minimum: '0', maximum: '5' },
    { id: 'counter', kind: 'text' },
  ]
  files.set('seams.json', JSON.stringify({ $schema: '/schemas/seams.json', values }))
  const steps = [{ id: 'copies', charge: 'town.copyPrice', article: 'Ordinance 3, art. 5' }]
  files.set('fees.json', JSON.stringify({ $schema: '/schemas/fees.json', tables: {}, steps }))
  plant(files, 'procedure.json', '/fee', 'fees.json')
  plant(files, 'forms/submission.ui.json', '/fields', { request: { required: 'town.asksWhy' } })
  plant(files, 'forms/submission.schema.json', '/required', [])
  for (const language of ['es', 'ca', 'en']) {
    const texts = `texts/${language}.json`
    plant(files, texts, '/seams', {
      asksWhy: { title: 'Why' },
      copyPrice: { title: 'Price' },
      counter: { title: 'Counter' },
    })
    plant(files, texts, '/sheet/cost', 'A price')
    plant(files, texts, '/fees', { steps: { copies: 'Copies' } })
    plant(files, texts, '/notices/done/text', 'Come to {{town.counter}}')
  }
  return unwrap(await compile(files, { pack }))
}

const procedure = await openProcedure()
const golden = procedure.scenarios['done'] as Scenario

const play = (values: NonNullable<Scenario['town']>['values'], answers = golden.answers) =>
  simulate(procedure, { ...golden, answers, town: { values } }, { calendar })

test.group('What a town fills in of a procedure', () => {
  test('is what its fee is reckoned by, by the day', ({ assert }) => {
    const copyPrice = [
      { from: '2026-01-01', value: '1.50' },
      { from: '2026-04-01', value: '2.00' },
    ]
    const { fee, town } = play({ copyPrice }).variables as Record<string, any>
    assert.equal(fee.total, '1.50')
    assert.deepEqual(town, { asksWhy: false, copyPrice: '1.50', counter: null })
  })

  test('is what a form asks by', ({ assert }) => {
    const copyPrice = [{ from: '2026-01-01', value: '1.50' }]
    const refused = play({ copyPrice, asksWhy: [{ from: '2026-01-01', value: true }] }, {})
    assert.deepEqual(
      refused.obstacles.map(({ code, params }) => [code, params['name']]),
      [['ANSWER_REFUSED', 'request']]
    )
    assert.deepEqual(play({ copyPrice }, {}).obstacles, [])
  })

  test('is no fee as long as it has not been said', ({ assert }) => {
    const { obstacles } = play({})
    assert.deepEqual(
      obstacles.map(({ code }) => code),
      ['FEE_NOT_RECKONED']
    )
  })

  test('is refused where the procedure does not leave it open, or not so', ({ assert }) => {
    const codes = (values: Parameters<typeof play>[0]) =>
      play(values).obstacles.map(({ pointer, params }) => [pointer, params['code']])
    assert.deepEqual(codes({ charged: [{ from: '2026-01-01', value: true }] })[0], [
      '/town/values/charged',
      'VALUE_NOT_OPEN',
    ])
    const copyPrice = [
      { from: '2026-01-01', value: '7' },
      { from: '2026-01-01', value: '1' },
    ]
    assert.deepEqual(codes({ copyPrice }).slice(0, 2), [
      ['/town/values/copyPrice/0/value', 'VALUE_TOO_HIGH'],
      ['/town/values/copyPrice/1/from', 'VALUE_TWICE'],
    ])
    assert.deepEqual(codes({ counter: [{ from: '2026-01-01', value: 'Hall' }] })[0], [
      '/town/values/counter/0/value',
      'VALUE_NO_TEXT',
    ])
  })
})
