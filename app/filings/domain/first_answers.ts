import { type Answers, type CompiledForm, fieldsOf } from '#forms/index'
import type { Citizen } from '#identity/types'

/** What the town already knows of who signed in is shown to be confirmed, not asked again. */
export function firstAnswers(
  form: CompiledForm,
  { email, phone }: Pick<Citizen, 'email' | 'phone'>
): Answers {
  const known: Record<string, string | null> = { email, phone }
  const answers: Answers = {}
  for (const kind of Object.keys(known)) {
    const field = fieldsOf(form).find((one) => one.kind === kind)
    if (field && known[kind]) answers[field.name] = known[kind]
  }
  return answers
}
