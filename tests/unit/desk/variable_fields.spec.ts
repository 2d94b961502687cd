import { test } from '@japa/runner'
import type { Json } from '#core/json'
import { readVariables, variableFields } from '#desk/domain/variable_fields'

const KEPT: Record<string, Json> = { share: '6.66', ready: true, rate: '6.6667', none: null }
const fields = variableFields({ share: 'any', ready: 'any', rate: 'number', none: 'any' }, KEPT, ',')
const read = (typed: Record<string, string>, chosen: Record<string, string> = {}) =>
  readVariables(fields, typed, KEPT, chosen)

test.group('The variables of a case, to be mended', () => {
  test('are typed in as the page writes figures, and what has no type says what it holds', ({ assert }) => {
    assert.deepEqual(
      fields.map(({ name, value, as }) => [name, value, as]),
      [
        ['none', '', 'nothing'],
        ['rate', '6,6667', null],
        ['ready', '', 'yes'],
        ['share', '6.66', 'text'],
      ]
    )
  })

  test('without a type can be made another kind, though what is written stays', ({ assert }) => {
    const { variables } = read(
      { share: '6.66', ready: '', none: '', rate: '6,6667' },
      { share: 'number', ready: 'no', none: 'nothing' }
    )
    assert.deepEqual(variables, { share: 6.66, ready: false })
    assert.deepEqual(read({ share: '6,5' }, { share: 'number' }).variables, { share: 6.5 })
    assert.deepEqual(read({ share: '[1]' }, { share: 'data' }).variables, { share: [1] })
    assert.deepEqual(read({}, { share: 'nothing' }).variables, { share: null })
    assert.deepEqual(read({ share: '7' }).variables, { share: '7' })
  })

  test('are refused where what is written is not what was chosen, or no number holds it exactly', ({
    assert,
  }) => {
    assert.deepEqual(read({ none: 'a lot' }).faults, { none: 'choice' })
    assert.deepEqual(read({ share: 'a lot' }, { share: 'number' }).faults, { share: 'number' })
    assert.deepEqual(read({ share: '6.66666666666666666667' }, { share: 'number' }).faults, {
      share: 'number',
    })
    assert.deepEqual(read({ share: '6.66' }, { share: 'unheard of' }), { variables: {}, faults: {} })
  })
})
