import { test } from '@japa/runner'
import { evaluate as evaluateInBrowser } from '#expressions/browser'
import { played, tryExpression, type Outcome, type Trial } from '#expressions/index'
import { CATASTROPHIC, sharedCases } from '#tests/support/shared_cases'

/** What is wanted, as an outcome; what isn't told is as it came. */
const wanted = ({ error, result, warnings }: Trial, found: Outcome): Outcome => {
  if (error !== undefined) return { error }
  const told = warnings ?? (result === null && 'warnings' in found ? found.warnings : [])
  return { result: result ?? null, warnings: told }
}

for (const { title, cases } of sharedCases()) {
  test.group(title, () => {
    test('{$i}. {expression}')
      .with(cases)
      .run(({ assert }, trial) => {
        const { outcome, stored } = tryExpression(trial)
        assert.deepEqual(outcome, wanted(trial, outcome))
        if (stored && !CATASTROPHIC.has(trial.expression))
          assert.deepEqual(played(trial, stored, evaluateInBrowser), outcome)
      })
  })
}
