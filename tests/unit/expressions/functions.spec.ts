import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import {
  type FeelValue,
  type Functions,
  type FunctionTypes,
  Decimal,
  compileExpression,
  evaluate,
  toJson,
} from '#expressions/index'

const types: FunctionTypes = {
  rate: {
    parameters: [
      { name: 'zone', type: 'string' },
      { name: 'days', type: 'number' },
    ],
    returns: 'number',
  },
}

const run = (args: FeelValue[]): FeelValue =>
  args[0] === 'A' ? new Decimal(2).times(args[1] as Decimal) : null

const functions: Functions = new Map([['rate', run]])

const compiled = (source: string) => compileExpression(source, { functions: types, variables: {} })

const codes = (source: string) => {
  const found = compiled(source)
  return found.ok ? [] : found.error.map(({ code }) => code)
}

const value = (source: string, options = {}) =>
  toJson(evaluate(unwrap(compiled(source)), new Map(), { functions, ...options }).value)

test.group('The functions of a document', () => {
  test('are called as those of the language are, by place or by name', ({ assert }) => {
    assert.equal(value('rate("A", 3) + 1'), '7')
    assert.equal(value('rate(days: 4, zone: "A")'), '8')
  })

  test('are held to what they take and give', ({ assert }) => {
    assert.deepEqual(codes('rate("A", 3)'), [])
    assert.deepEqual(codes('rate("A")'), ['ARGUMENTS_DO_NOT_FIT'])
    assert.deepEqual(codes('rate(3, "A")'), ['ARGUMENTS_DO_NOT_FIT'])
    assert.deepEqual(codes('rate("A", 3) + "x"'), ['NOT_COMPUTABLE'])
    assert.deepEqual(codes('rate(area: 3)'), ['PARAMETER_UNKNOWN'])
    assert.deepEqual(codes('constructor(3)'), ['FUNCTION_UNKNOWN'])
  })

  test('give null with a warning where nobody brings them', ({ assert }) => {
    const { value: none, warnings } = evaluate(unwrap(compiled('rate("A", 3)')), new Map())
    assert.isNull(none)
    assert.equal(warnings[0]?.code, 'FUNCTION_UNKNOWN')
  })

  test('may have names of several words', ({ assert }) => {
    const spaced = {
      'rate of zone': { parameters: [{ name: 'the zone', type: 'any' as const }], returns: 'any' as const },
    }
    for (const source of ['rate of zone("A")', 'rate  of zone(the zone: "A")'])
      assert.deepInclude(unwrap(compileExpression(source, { functions: spaced })).tree, {
        op: 'apply',
        name: 'rate of zone',
      })
  })

  test('and several evaluations may share what they spend', ({ assert }) => {
    const budget = { left: 12 }
    assert.equal(value('1 + 1', { budget }), '2')
    assert.equal(budget.left, 9)
    assert.isNull(value('count([1, 2, 3, 4, 5, 6, 7, 8])', { budget }))
    assert.isBelow(budget.left, 0)
  })
})
