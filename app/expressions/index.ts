import { evaluator } from '#expressions/evaluate/evaluate'
import { re2 } from '#expressions/regex/re2'

export { isOf } from '#expressions/builtins/conform'
export { type CompileOptions, compileExpression } from '#expressions/compile_expression'
export type { Scope } from '#expressions/evaluate/frame'
export type { Budget, EvaluationOptions, Warning } from '#expressions/evaluate/session'
export type { FunctionType, FunctionTypes, Functions } from '#expressions/functions'
export { isRefusal, REFUSED, type RefusedCode } from '#expressions/refused'
export { fromJson, scopeFrom } from '#expressions/scope'
export { toJson } from '#expressions/to_json'
export { holds, type Outcome, played, type Trial } from '#expressions/trial'
export type { Expression, Node, NodeOf, Test } from '#expressions/tree'
export { tryExpression } from '#expressions/try_expression'
export { typeText } from '#expressions/type_fit'
export { parseType } from '#expressions/type_text'
export type { FeelType, TypeEnvironment } from '#expressions/types'
export { same } from '#expressions/values/equality'
export { Decimal } from '#expressions/values/number'
export { compare, contains } from '#expressions/values/order'
export { type FeelContext, FeelRange, type FeelValue, type Kind, kindOf } from '#expressions/values/value'

/** Evaluates with RE2: in linear time, whatever the pattern. */
export const evaluate = evaluator(re2)
