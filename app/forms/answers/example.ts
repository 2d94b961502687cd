import { kindOf } from '#forms/kinds/index'
import type { Answers, CompiledForm } from '#forms/types'

/** Answers that the rules accept, for previews, tests and documentation. */
export const exampleAnswers = (form: CompiledForm): Answers =>
  Object.fromEntries(
    Object.values(form.fields).map((field) => [field.name, kindOf(field).example(field.schema)])
  )
