import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { type Outcome, tryExpression } from '#expressions/index'
import { answerOf } from '#tests/browser/support/answer_of'
import { bundle } from '#tests/browser/support/bundle'
import { CATASTROPHIC, sharedCases } from '#tests/support/shared_cases'

const PLAY = `
  import { evaluate, played } from './expressions.js'
  globalThis.answer = fetch('./cases.json').then((cases) => cases.json()).then((cases) =>
    JSON.stringify(cases.map(({ trial, stored }) => played(trial, stored, evaluate))))`

test.group('Expressions in a browser', () => {
  test('come to what they come to on the server, in every shared case', async ({ assert }) => {
    const cases = sharedCases()
      .flatMap((file) => file.cases)
      .filter(({ expression }) => !CATASTROPHIC.has(expression))
      .flatMap((trial) => {
        const { outcome, stored } = tryExpression(trial)
        return stored ? [{ trial, stored, outcome }] : []
      })
    assert.isAbove(cases.length, 1000)
    const code = await bundle(fileURLToPath(new URL('played_here.ts', import.meta.url)))
    const here = JSON.parse(
      await answerOf<string>(PLAY, {
        '/expressions.js': { body: code, contentType: 'text/javascript' },
        '/cases.json': { body: JSON.stringify(cases), contentType: 'application/json' },
      })
    ) as Outcome[]
    for (const [index, { trial, outcome }] of cases.entries())
      assert.deepEqual(here[index], outcome, trial.expression)
  })

  test('bring neither the grammar nor RE2 to it', async ({ assert }) => {
    const code = await bundle(fileURLToPath(new URL('played_here.ts', import.meta.url)))
    for (const name of ['LRParser', 'ContextTracker', 'RE2JS']) assert.notInclude(code, name)
  })
})
