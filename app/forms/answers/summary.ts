import { fieldsOf } from '#forms/answers/fields_of'
import { readAnswer } from '#forms/answers/read_answer'
import { nameOf } from '#forms/texts'
import type { Answers, Circumstances, CompiledField, CompiledForm, Voice } from '#forms/types'
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
  const known = circumstances?.values === undefined ? answers : {}
  return fieldsOf(form)
    .filter((field) => there.shows(field.name) || (field.name in known && hangsOnMore(form, field)))
    .map((field) => {
      const { name, page, kind } = field
      const value = there.answers[name] ?? (there.shows(name) ? undefined : known[name])
      return {
        name,
        page,
        kind,
        label: nameOf(form, name, voice),
        lines: readAnswer(form, name, value, voice),
      }
    })
}

/**
 * Whether a question was asked because of more than the answers: long after, only the answer that was kept tells
 * that it was.
 */
const hangsOnMore = (form: CompiledForm, { page, visible }: CompiledField): boolean =>
  [visible, form.pages.find(({ id }) => id === page)?.visible].some((condition) =>
    condition?.variables.some((name) => !Object.hasOwn(form.fields, name))
  )
