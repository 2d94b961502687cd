import { evaluator } from '#expressions/evaluate/evaluate'
import { native } from '#expressions/regex/native'

export type { Scope } from '#expressions/evaluate/frame'
export { scopeFrom } from '#expressions/scope'
export { holds, type Outcome, played, type Trial } from '#expressions/trial'
export { toJson } from '#expressions/to_json'
export type { Expression } from '#expressions/tree'

/** What a page needs to evaluate compiled expressions: no grammar, and the browser's own RegExp. */
export const evaluate = evaluator(native)
