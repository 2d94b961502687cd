import type { Json } from '#core/json'
import { fieldsOf } from '#forms/answers/fields_of'
import type { CompiledForm } from '#forms/types'

/** The first answer of a kind: that is how a matter is found in a form that nobody here knows. */
export function answerOfKind(form: CompiledForm, answers: Record<string, Json>, kind: string): Json {
  const field = fieldsOf(form).find((one) => one.kind === kind && answers[one.name] !== undefined)
  return field ? (answers[field.name] ?? null) : null
}

/** The same, where the answer is a text. */
export function firstOfKind(form: CompiledForm, answers: Record<string, Json>, kind: string): string | null {
  const answer = answerOfKind(form, answers, kind)
  return typeof answer === 'string' ? answer : null
}
