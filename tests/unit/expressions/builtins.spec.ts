import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { BUILTINS } from '#expressions/builtins/index'

interface Case {
  expression: string
  result?: unknown
  warnings?: string[]
}

const folder = new URL('./cases/', import.meta.url)
const cases = readdirSync(folder).flatMap(
  (name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { cases: Case[] }).cases
)

const WITHOUT_ARGUMENTS = ['now', 'today']

test.group('Each function of the language has cases of its own', () => {
  for (const [name, ways] of BUILTINS) {
    const calls = cases.filter(({ expression }) => expression.startsWith(`${name}(`))
    const has = (holds: (call: Case) => boolean) => calls.some(holds)

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
