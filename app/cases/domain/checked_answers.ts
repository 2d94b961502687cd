import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { type Circumstances, type CompiledForm, type Issue, cleanAnswers, formValidator } from '#forms/index'

/** The answers without what is hidden or unknown, if the form accepts them. A task without a form asks nothing. */
export function checkedAnswers(
  form: CompiledForm | undefined,
  answers: Record<string, Json>,
  circumstances: Circumstances
): Result<Record<string, Json>, Issue[]> {
  if (!form) return ok({})
  const clean = cleanAnswers(form, answers, circumstances) as Record<string, Json>
  const issues = formValidator(form)(clean, circumstances)
  return issues.length > 0 ? err(issues) : ok(clean)
}
