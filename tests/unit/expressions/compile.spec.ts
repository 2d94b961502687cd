import { test } from '@japa/runner'
import { compileExpression, evaluate, scopeFrom } from '#expressions/index'

test.group('A compiled expression', () => {
  test('says which names it uses, and not those it brings itself', ({ assert }) => {
    const names = (source: string) => {
      const compiled = compileExpression(source)
      return compiled.ok ? compiled.value.variables : compiled.error
    }
    assert.deepEqual(names('b + a + b'), ['b', 'a'])
    assert.deepEqual(names('for x in list return x * rate'), ['list', 'rate'])
    assert.deepEqual(names('some x in list satisfies x = {y: 1, z: y}.z'), ['list'])
    assert.deepEqual(names('[1, 2][item > limit]'), ['limit'])
    assert.deepEqual(names('applicant.address.city'), ['applicant'])
    assert.deepEqual(names('if a then b else c'), ['a', 'b', 'c'])
  })

  test('is plain JSON', ({ assert }) => {
    const compiled = compileExpression('if a in (1, > 5) then substring("x", 1) else @"P1D"')
    assert.deepEqual(JSON.parse(JSON.stringify(compiled)), compiled)
  })

  test('that is wrong is placed: file, pointer, line and column', ({ assert }) => {
    const place = {
      file: 'forms/submission.ui.json',
      pointer: '/fields/age/visible',
      variables: { age: 'number' as const },
    }
    const wrong = compileExpression('age > 1\n  and agee < 3', place)
    if (wrong.ok) return assert.fail('it was accepted')
    assert.deepEqual(wrong.error, [
      {
        code: 'NAME_UNKNOWN',
        severity: 'error',
        file: 'forms/submission.ui.json',
        pointer: '/fields/age/visible',
        line: 2,
        column: 7,
        params: { name: 'agee' },
      },
    ])
  })

  test('compares nothing where it is written with two signs, as programs do: it is told how it is written here', ({
    assert,
  }) => {
    const wrong = compileExpression('decision == "granted"', { variables: { decision: 'string' } })
    const [first] = wrong.ok ? [] : wrong.error
    assert.deepInclude(first, { code: 'NOTHING_COMPARED', line: 1, column: 11 })
  })

  test('tells every wrong type at once', ({ assert }) => {
    const wrong = compileExpression('a + "x" > 1 and b', { variables: { a: 'number', b: 'number' } })
    assert.deepEqual(wrong.ok ? [] : wrong.error.map(({ code, column }) => [code, column]), [
      ['NOT_COMPUTABLE', 3],
      ['NOT_A_CONDITION', 17],
    ])
  })

  test('longer than ten thousand characters is refused before it is read', ({ assert }) => {
    const long = compileExpression(`1${' + 1'.repeat(3000)}`)
    assert.equal(long.ok ? '' : long.error[0]?.code, 'SOURCE_TOO_LONG')
  })
})

test.group('An evaluation', () => {
  const run = (source: string, options = {}) => {
    const compiled = compileExpression(source)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
    return evaluate(compiled.value, scopeFrom({}), options)
  }

  test('stops after the steps it was given, and says so', ({ assert }) => {
    const { value, warnings } = run('count(for i in 1..100 return i)', { maxSteps: 50 })
    assert.isNull(value)
    assert.deepEqual(warnings, [{ code: 'TOO_MANY_STEPS', at: 0, params: { limit: 50 } }])
  })

  test('says where a part came to null', ({ assert }) => {
    assert.deepEqual(
      run('1 + (2 / 0)').warnings.map(({ code, at }) => [code, at]),
      [
        ['OUT_OF_RANGE', 7],
        ['NOT_COMPUTABLE', 2],
      ]
    )
  })

  test('does not fill the memory with warnings', ({ assert }) => {
    assert.lengthOf(run('for i in 1..1000 return i + null').warnings, 20)
  })
})
