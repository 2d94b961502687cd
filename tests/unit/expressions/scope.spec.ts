import { test } from '@japa/runner'
import { kindOf, scopeFrom, toJson } from '#expressions/index'

test.group('Answers', () => {
  test('are read as their types say', ({ assert }) => {
    const scope = scopeFrom(
      {
        amount: '12.50',
        bornOn: '2000-05-12',
        at: '09:30:00',
        lines: [{ price: '1.10' }],
        name: '12.50',
        length: 'P3M',
      },
      {
        amount: 'number',
        bornOn: 'date',
        at: 'time',
        lines: { list: { context: { price: 'number' } } },
        name: 'string',
        length: 'years and months duration',
      }
    )
    assert.deepEqual(
      [...scope].map(([name, value]) => [name, kindOf(value)]),
      [
        ['amount', 'number'],
        ['bornOn', 'date'],
        ['at', 'time'],
        ['lines', 'list'],
        ['name', 'string'],
        ['length', 'years and months duration'],
      ]
    )
    assert.deepEqual(toJson(scope), {
      amount: '12.5',
      bornOn: '2000-05-12',
      at: '09:30:00',
      lines: [{ price: '1.1' }],
      name: '12.50',
      length: 'P3M',
    })
  })

  test('that are missing, or not what their type says, are null', ({ assert }) => {
    const types = {
      age: 'number',
      bornOn: 'date',
      agrees: 'boolean',
      tags: { list: 'string' as const },
    } as const
    assert.deepEqual(toJson(scopeFrom({}, types)), { age: null, bornOn: null, agrees: null, tags: null })
    assert.deepEqual(
      toJson(scopeFrom({ age: 'x', bornOn: '2026-02-30', agrees: 'true', tags: 'a' }, types)),
      {
        age: null,
        bornOn: null,
        agrees: null,
        tags: null,
      }
    )
  })

  test('without a type come as they are', ({ assert }) => {
    assert.deepEqual(toJson(scopeFrom({ a: 1.5, b: '1.5', c: [true, null], d: { e: 'x' } })), {
      a: '1.5',
      b: '1.5',
      c: [true, null],
      d: { e: 'x' },
    })
  })

  test('never reach what JavaScript keeps in every object', ({ assert }) => {
    const scope = scopeFrom(
      JSON.parse('{"__proto__": {"admin": true}}'),
      Object.fromEntries([['constructor', 'any' as const]])
    )
    assert.isNull(scope.get('constructor'))
    assert.isFalse(scope.has('toString'))
  })
})
