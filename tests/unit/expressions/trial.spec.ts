import { test } from '@japa/runner'
import { typesOf } from '#expressions/scope'
import { type Trial, holds } from '#expressions/trial'

test.group('The names that values bring', () => {
  test('with those within them, and of no type', ({ assert }) => {
    assert.deepEqual(
      typesOf({
        a: 1,
        b: null,
        c: { d: 'x', e: { f: true } },
        list: [],
        plain: [1, 2],
        lines: [1, { price: '1.10' }, { other: 1 }],
        nested: [[{ g: 1 }]],
      }),
      {
        a: 'any',
        b: 'any',
        c: { context: { d: 'any', e: { context: { f: 'any' } } } },
        list: { list: 'any' },
        plain: { list: 'any' },
        lines: { list: { context: { price: 'any' } } },
        nested: { list: { list: { context: { g: 'any' } } } },
      }
    )
  })
})

test.group('A shared case holds', () => {
  const is = (trial: Partial<Trial>, outcome: Parameters<typeof holds>[1]) =>
    holds({ expression: '1', ...trial }, outcome)

  test('with its result, whatever the order of its entries', ({ assert }) => {
    assert.isTrue(is({ result: '1' }, { result: '1', warnings: [] }))
    assert.isTrue(is({ result: { a: '1', b: '2' } }, { result: { b: '2', a: '1' }, warnings: [] }))
    assert.isFalse(is({ result: '1' }, { result: '2', warnings: [] }))
    assert.isFalse(is({}, { result: '1', warnings: [] }))
  })

  test('with the error that it names, and no other', ({ assert }) => {
    assert.isTrue(is({ error: 'SYNTAX' }, { error: 'SYNTAX' }))
    assert.isFalse(is({ error: 'SYNTAX' }, { error: 'NAME_UNKNOWN' }))
    assert.isFalse(is({ result: '1' }, { error: 'SYNTAX' }))
    assert.isFalse(is({ error: 'SYNTAX', result: '1' }, { result: '1', warnings: [] }))
  })

  test('with the warnings that it names; what comes to null need name none', ({ assert }) => {
    const warned = (result: Trial['result']) => ({ result: result ?? null, warnings: ['NO_RESULT'] })
    assert.isFalse(is({ result: '1' }, warned('1')))
    assert.isTrue(is({ result: '1', warnings: ['NO_RESULT'] }, warned('1')))
    assert.isTrue(is({ result: null }, warned(null)))
    assert.isFalse(is({ result: null, warnings: [] }, warned(null)))
    assert.isFalse(is({ result: null, warnings: ['OTHER'] }, warned(null)))
    assert.isFalse(is({}, warned(null)))
  })
})
