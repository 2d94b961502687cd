import { present } from '#forms/answers/visibility'
import type { Answers, Circumstances, CompiledField, CompiledForm } from '#forms/types'

/**
 * The questions to draw on a page, in order. Those that hang on another answer of the same page are all
 * there, as `undecided`: without a script nobody could make them appear, and the server drops what
 * turns out not to have been asked.
 */
export function questionsOn(
  form: CompiledForm,
  pageId: string,
  answers: Answers,
  circumstances?: Circumstances
): { shown: CompiledField[]; undecided: string[] } {
  const page = form.pages.find(({ id }) => id === pageId)
  const fields = (page?.fields ?? []).flatMap((name) => form.fields[name] ?? [])
  const undecided = fields
    .filter(({ visible }) => visible?.variables.some((name) => page?.fields.includes(name)))
    .map(({ name }) => name)
  const { shows } = present(form, answers, circumstances)
  return { shown: fields.filter(({ name }) => shows(name) || undecided.includes(name)), undecided }
}
