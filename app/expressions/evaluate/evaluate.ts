import { Frame, type Scope } from '#expressions/evaluate/frame'
import { type Run, link } from '#expressions/evaluate/link'
import { type EvaluationOptions, LimitReached, Session, type Warning } from '#expressions/evaluate/session'
import type { Expression } from '#expressions/tree'
import type { FeelValue } from '#expressions/values/value'

const linked = new WeakMap<Expression, Run>()

function runOf(expression: Expression): Run {
  const run = linked.get(expression) ?? link(expression.tree)
  linked.set(expression, run)
  return run
}

/**
 * The value of an expression over a scope, with a warning for each part that came to null. Never
 * throws: whoever needs a value (a condition, a fee, a timer) must treat null as a failure.
 */
export function evaluate(
  expression: Expression,
  scope: Scope,
  options: EvaluationOptions = {}
): { value: FeelValue; warnings: Warning[] } {
  const session = new Session(options)
  try {
    return { value: runOf(expression)(new Frame(scope), session), warnings: session.warnings }
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error
    const { code, limit } = error
    return { value: null, warnings: [...session.warnings, { code, at: 0, params: { limit } }] }
  }
}
