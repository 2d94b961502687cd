import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import { fieldsOf } from '#forms/index'

/** Where somebody who left a draft can be written to: what they have answered, else the address that the town knows. */
export function emailOfDraft(
  { forms, sheet }: Pick<CompiledProcedure, 'forms' | 'sheet'>,
  answers: Record<string, Json>,
  known: string | null
): string | null {
  const form = forms[sheet.submissionForm]
  const field = form && fieldsOf(form).find(({ kind, name }) => kind === 'email' && answers[name])
  const answer = field ? answers[field.name] : null
  return typeof answer === 'string' && answer.includes('@') ? answer : known
}
