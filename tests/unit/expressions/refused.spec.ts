import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { compileExpression, isRefusal, REFUSED } from '#expressions/index'

const README = readFileSync(new URL('../../../app/expressions/README.md', import.meta.url), 'utf8')

test.group('What FEEL has and we have not', () => {
  for (const { code, name, example } of REFUSED) {
    test(`${name}: refused by that name`, ({ assert }) => {
      const compiled = compileExpression(example, { variables: {} })
      if (compiled.ok) return assert.fail('it was accepted')
      assert.deepEqual([...new Set(compiled.error.map((one) => one.code))], [code])
      assert.isTrue(isRefusal(code))
      assert.include(README.replace(/\s+/g, ' '), name)
    })
  }

  test('is not what is simply wrong', ({ assert }) => {
    for (const code of ['SYNTAX', 'FUNCTION_UNKNOWN', 'toString']) assert.isFalse(isRefusal(code))
  })
})
