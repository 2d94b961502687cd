import { test } from '@japa/runner'
import { withoutRangeTypes } from '#expressions/parse/range_types'
import { either, fits, typeText } from '#expressions/type_fit'
import type { FeelType } from '#expressions/types'

const list = (of: FeelType): FeelType => ({ list: of })
const range = (of: FeelType): FeelType => ({ range: of })
const context = (entries: Record<string, FeelType>): FeelType => ({ context: entries })

test.group('Whether a value may stand where another is expected', () => {
  const may: [FeelType, FeelType][] = [
    ['any', 'number'],
    ['null', 'number'],
    [range('number'), 'any'],
    [list('number'), list('number')],
    [range('date'), range('date')],
    [range('any'), range('date')],
    [context({ a: 'number', b: 'string' }), context({ a: 'number' })],
    [context({ a: 'number' }), context({})],
    [context({ a: list('number') }), context({ a: list('any') })],
  ]
  for (const [actual, expected] of may)
    test(`${typeText(actual)} may for ${typeText(expected)}`, ({ assert }) =>
      assert.isTrue(fits(actual, expected)))

  const mayNot: [FeelType, FeelType][] = [
    ['number', 'string'],
    ['number', list('number')],
    [list('number'), 'number'],
    [list('number'), list('string')],
    [list('number'), range('number')],
    [range('number'), list('number')],
    [range('number'), range('date')],
    [range('number'), context({ a: 'number' })],
    [list('number'), context({})],
    [context({ a: 'number' }), range('number')],
    [context({ a: 'number' }), context({ a: 'string' })],
    [context({ a: 'number' }), context({ a: 'number', b: 'number' })],
  ]
  for (const [actual, expected] of mayNot)
    test(`${typeText(actual)} may not for ${typeText(expected)}`, ({ assert }) =>
      assert.isFalse(fits(actual, expected)))
})

test.group('What may be either', () => {
  const cases: [FeelType, FeelType, FeelType][] = [
    ['null', 'number', 'number'],
    ['number', 'null', 'number'],
    ['number', 'number', 'number'],
    ['number', 'string', 'any'],
    [list('number'), list('string'), list('any')],
    [list('null'), list('string'), list('string')],
    [range('number'), range('date'), range('any')],
    [range('null'), range('date'), range('date')],
    [list('number'), range('number'), 'any'],
    [range('number'), list('number'), 'any'],
    ['number', list('number'), 'any'],
    [context({ a: 'number' }), context({ a: 'number' }), context({ a: 'number' })],
    [context({ a: 'number' }), context({ a: 'number', b: 'string' }), 'any'],
  ]
  for (const [a, b, both] of cases)
    test(`of ${typeText(a)} and ${typeText(b)} is ${typeText(both)}`, ({ assert }) =>
      assert.deepEqual(either(a, b), both))
})

test.group('A type in words', () => {
  for (const [type, text] of [
    ['number', 'number'],
    [list('any'), 'list'],
    [list('date'), 'list<date>'],
    [range('any'), 'range'],
    [range('date'), 'range<date>'],
    [context({}), 'context'],
    [context({ a: 'number', b: list('string') }), 'context<a: number, b: list<string>>'],
  ] as [FeelType, string][])
    test(text, ({ assert }) => assert.equal(typeText(type), text))
})

test.group('What the grammar is given for ranges of a type', () => {
  for (const [source, given] of [
    ['x instance of range<number>', 'x instance of list <number>'],
    ['x instance   of range <number>', 'x instance   of list  <number>'],
    ['x instance of range', 'x instance of range'],
    ['x instance of list<range<date>>', 'x instance of list<list <date>>'],
    [
      'x instance of context<a: range<date>, b: range<time>>',
      'x instance of context<a: list <date>, b: list <time>>',
    ],
    ['f(x instance of range<date>, range < 3)', 'f(x instance of list <date>, range < 3)'],
    [
      'x instance of function<range<date>> -> range<time>, range < 3',
      'x instance of function<list <date>> -> list <time>, range < 3',
    ],
    ['range < 3', 'range < 3'],
  ] as const)
    test(source, ({ assert }) => {
      assert.equal(withoutRangeTypes(source), given)
      assert.lengthOf(withoutRangeTypes(source), source.length)
    })
})
