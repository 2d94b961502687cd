import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import type { Json } from '#core/json'
import { evaluate as evaluateInBrowser } from '#expressions/browser'
import {
  type FeelType,
  type TypeEnvironment,
  compileExpression,
  evaluate,
  scopeFrom,
  toJson,
} from '#expressions/index'

/** One shared case: what is given, and either the result (with the warnings, when they matter) or the error. */
interface Case {
  expression: string
  dialect?: 'expression' | 'unaryTests'
  context?: Record<string, Json>
  types?: TypeEnvironment
  names?: TypeEnvironment
  expects?: FeelType
  now?: string
  timeZone?: string
  result?: Json
  warnings?: string[]
  error?: string
}

/** A pattern that only RE2 gets to the end of. */
const RE2_ONLY = new Set(['matches(string join(for i in 1..1000 return "a"), "^(a+)+$b")'])

const folder = new URL('./cases/', import.meta.url)

for (const name of readdirSync(folder)) {
  const { title, cases } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
    title: string
    cases: Case[]
  }

  test.group(title, () => {
    test('{$i}. {expression}')
      .with(cases)
      .run(
        ({ assert }, { expression, dialect, types, names, expects, context, now, timeZone, ...wanted }) => {
          const compiled = compileExpression(expression, { dialect, variables: types, names, expects })
          if (!compiled.ok) return assert.equal(compiled.error[0]?.code, wanted.error)
          assert.isUndefined(wanted.error)
          // what is cached is JSON: evaluating its copy is part of the case
          const stored = JSON.parse(JSON.stringify(compiled.value))
          const { value, warnings } = evaluate(stored, scopeFrom(context ?? {}, types), { now, timeZone })
          assert.deepEqual(toJson(value), wanted.result)
          if (!RE2_ONLY.has(expression))
            assert.deepEqual(
              toJson(evaluateInBrowser(stored, scopeFrom(context ?? {}, types), { now, timeZone }).value),
              wanted.result
            )
          const codes = warnings.map(({ code }) => code)
          if (wanted.warnings) assert.deepEqual(codes, wanted.warnings)
          else if (wanted.result !== null) assert.deepEqual(codes, [])
        }
      )
  })
}
