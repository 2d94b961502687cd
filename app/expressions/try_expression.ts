import { compileExpression } from '#expressions/compile_expression'
import { evaluator } from '#expressions/evaluate/evaluate'
import { re2 } from '#expressions/regex/re2'
import { type Outcome, played, type Trial } from '#expressions/trial'
import type { Expression } from '#expressions/tree'

const evaluate = evaluator(re2)

/** Compiles what a trial gives and plays it; with the expression as it is stored, for whoever plays it elsewhere. */
export function tryExpression(trial: Trial): { outcome: Outcome; stored: Expression | null } {
  const { expression, dialect, types: variables, names, expects } = trial
  const compiled = compileExpression(expression, {
    ...(dialect && { dialect }),
    ...(variables && { variables }),
    ...(names && { names }),
    ...(expects && { expects }),
  })
  if (!compiled.ok) return { outcome: { error: compiled.error[0]?.code ?? '' }, stored: null }
  // what is cached is JSON: evaluating its copy is part of the trial
  const stored = JSON.parse(JSON.stringify(compiled.value)) as Expression
  return { outcome: played(trial, stored, evaluate), stored }
}
