import { test } from '@japa/runner'
import { BUILTINS } from '#expressions/builtins/index'
import type { Trial } from '#expressions/index'
import { sharedCases } from '#tests/support/shared_cases'

const cases = sharedCases().flatMap((file) => file.cases)

const WITHOUT_ARGUMENTS = ['now', 'today']

test.group('Each function of the language has cases of its own', () => {
  for (const [name, ways] of BUILTINS) {
    const calls = cases.filter(({ expression }) => expression.startsWith(`${name}(`))
    const has = (holds: (call: Trial) => boolean) => calls.some(holds)

    test(name, ({ assert }) => {
      assert.isTrue(
        has(({ warnings }) => warnings?.includes('ARGUMENTS_DO_NOT_FIT') ?? false),
        'what does not fit it'
      )
      if (WITHOUT_ARGUMENTS.includes(name)) return
      assert.isTrue(
        has(({ result }) => result !== null),
        'what it gives'
      )
      assert.isTrue(
        has(({ expression }) => /\bnull\b/.test(expression)),
        'null'
      )
      for (const { parameters } of ways) {
        assert.isTrue(
          has(({ expression }) =>
            parameters.every((one) => one.optional || expression.includes(`${one.name}:`))
          ),
          parameters.map((one) => one.name).join(', ')
        )
      }
    })
  }
})
