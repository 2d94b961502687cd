import { fieldsOf } from '#forms/answers/fields_of'
import { kindOf } from '#forms/kinds/index'
import { nameOf, optionLabel } from '#forms/texts'
import type { Answers, Circumstances, CompiledForm, Voice } from '#forms/types'
import { present } from '#forms/answers/visibility'

/** One question and its answer, for reading. */
export interface SummaryRow {
  name: string
  page: string
  kind: string
  label: string
  /** Lines of the answer; none where it was left open. */
  lines: string[]
}

/** All that was asked and answered, in order: for check-your-answers, documents and officers. */
export function summary(
  form: CompiledForm,
  answers: Answers,
  voice: Voice,
  circumstances?: Circumstances
): SummaryRow[] {
  const there = present(form, answers, circumstances)
  return fieldsOf(form)
    .filter(({ name }) => there.shows(name))
    .map((field) => {
      const { name, page, kind } = field
      const value = there.answers[name]
      const label = optionLabel(form, name, voice)
      const lines =
        value === undefined || value === null ? [] : kindOf(field).read(value, field, voice, label)
      return { name, page, kind, label: nameOf(form, name, voice), lines }
    })
}
