import { kindOf } from '#forms/kinds/index'
import type { Answers, CompiledField, CompiledForm } from '#forms/types'

/** What the names of inputs begin with: `answers[email]`. */
export const ANSWERS = 'answers'

const fieldsOf = (form: CompiledForm, pageId: string | null): CompiledField[] =>
  Object.values(form.fields).filter(({ page }) => pageId === null || page === pageId)

/**
 * The answers of a page (null: of all) from a native post, as the body gate read it: typed, tidied, empty ones
 * absent, unknown names dropped. What can't be read stays as it was written and fails validation.
 */
export function decodePage(
  form: CompiledForm,
  pageId: string | null,
  body: Record<string, unknown>
): Answers {
  const posted = Object(body[ANSWERS]) as Record<string, unknown>
  const answers: Answers = {}
  for (const field of fieldsOf(form, pageId)) {
    if (!Object.hasOwn(posted, field.name)) continue
    const value = kindOf(field).decode(posted[field.name], field)
    if (value !== undefined) answers[field.name] = value
  }
  return answers
}

/**
 * All answers after a page was posted: those of the page replaced, the others and the files kept. What the
 * page no longer shows is dropped by `cleanAnswers` when the whole is put together.
 */
export function withPage(
  form: CompiledForm,
  pageId: string,
  answers: Answers,
  body: Record<string, unknown>
): Answers {
  const kept = { ...answers }
  for (const field of fieldsOf(form, pageId)) if (kindOf(field).posted !== false) delete kept[field.name]
  return { ...kept, ...decodePage(form, pageId, body) }
}
