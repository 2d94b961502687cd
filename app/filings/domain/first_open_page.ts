import {
  formValidator,
  visiblePages,
  type Answers,
  type Circumstances,
  type CompiledForm,
  type CompiledPage,
} from '#forms/index'

/** The first page in order with something to answer or to mend; null when the form is complete. */
export function firstOpenPage(
  form: CompiledForm,
  answers: Answers,
  circumstances: Circumstances
): CompiledPage | null {
  const faulty = new Set(
    formValidator(form)(answers, circumstances).map(({ name }) => form.fields[name]?.page)
  )
  return visiblePages(form, answers, circumstances).find(({ id }) => faulty.has(id)) ?? null
}
