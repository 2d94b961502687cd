import { Frame, type Scope } from '#expressions/evaluate/frame'
import { link } from '#expressions/evaluate/link'
import type { Run } from '#expressions/evaluate/run'
import { LimitReached } from '#expressions/evaluate/limit'
import { type EvaluationOptions, Session, type Warning } from '#expressions/evaluate/session'
import type { RegexEngine } from '#expressions/regex/engine'
import type { Expression } from '#expressions/tree'
import type { FeelValue } from '#expressions/values/value'

const linked = new WeakMap<Expression, Run>()

function runOf(expression: Expression): Run {
  const run = linked.get(expression) ?? link(expression.tree)
  linked.set(expression, run)
  return run
}

export type Evaluate = (
  expression: Expression,
  scope: Scope,
  options?: EvaluationOptions
) => { value: FeelValue; warnings: Warning[] }

/**
 * Evaluates with the regular expressions of an engine: the value of an expression over a scope, with a
 * warning for each part that came to null. Never throws: whoever needs a value (a condition, a fee, a
 * timer) must treat null as a failure.
 */
export const evaluator =
  (regex: RegexEngine): Evaluate =>
  (expression, scope, options = {}) => {
    const session = new Session(regex, options)
    try {
      const value = runOf(expression)(new Frame(scope), session)
      // whoever takes it will look at all of it
      session.weigh(value)
      return { value, warnings: session.warnings }
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error
      const { code, limit } = error
      return { value: null, warnings: [...session.warnings, { code, at: 0, params: { limit } }] }
    }
  }
