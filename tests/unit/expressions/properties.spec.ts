import { test } from '@japa/runner'
import fc from 'fast-check'
import { compileExpression, evaluate, scopeFrom, toJson } from '#expressions/index'

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 })
const money = (value: number) =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`

function run(source: string, context: Record<string, string> = {}) {
  const compiled = compileExpression(source)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  const types = Object.fromEntries(Object.keys(context).map((name) => [name, 'number' as const]))
  return toJson(evaluate(compiled.value, scopeFrom(context, types)).value)
}

test.group('Whatever the amounts', () => {
  test('adding and multiplying cents is exact', ({ assert }) => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 1000 }), (a, b, times) => {
        assert.isTrue(
          run('(a + b) * times = total', {
            a: money(a),
            b: money(b),
            times: String(times),
            total: money((a + b) * times),
          })
        )
      })
    )
  })

  test('half up goes away from zero at the half, as integer arithmetic says', ({ assert }) => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (mills) => {
        const expected = Math.sign(mills) * Math.floor((Math.abs(mills) + 5) / 10)
        assert.isTrue(run('round half up(a / 1000, 2) = b', { a: String(mills), b: money(expected) }))
      })
    )
  })

  test('what is written as text is read back as the same number', ({ assert }) => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }),
        fc.nat(30),
        (digits, scale) => {
          assert.isTrue(run('number(string(a)) = a', { a: `${digits}e-${scale}` }))
        }
      )
    )
  })
})

test.group('Whatever is typed', () => {
  const pieces = fc.constantFrom(
    'a',
    '1',
    '.5',
    '"x"',
    '+',
    '-',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    'if',
    'then',
    'else',
    'for',
    'in',
    'return',
    '..',
    '.',
    ',',
    ':',
    '?',
    '@"P1D"',
    'not',
    'and',
    'between',
    'some',
    'satisfies',
    'sum',
    '<',
    '=',
    '#',
    '\\',
    '\n'
  )

  test('compiling gives an expression or says what is wrong, and evaluating never throws', ({ assert }) => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 14 }),
        fc.constantFrom<'expression' | 'unaryTests'>('expression', 'unaryTests'),
        (words, dialect) => {
          const source = words.join(' ')
          const compiled = compileExpression(source, { dialect })
          if (!compiled.ok) return assert.isNotEmpty(compiled.error)
          evaluate(compiled.value, scopeFrom({ a: 1, '?': 2 }), { maxSteps: 1000 })
          compileExpression(source, { dialect, variables: { a: 'number' } })
        }
      ),
      { numRuns: 2000 }
    )
  })
})
