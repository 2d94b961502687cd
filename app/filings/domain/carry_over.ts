import type { CompiledProcedure, TextTree } from '#catalogue/types'
import { digestOf } from '#core/digest'
import { type Answers, type Circumstances, type CompiledField, fieldsOf, formValidator } from '#forms/index'

/** What becomes of a draft's answers in another version of its procedure. */
export interface CarriedOver {
  /** Those that the new version still asks for, right or not: nothing that can be mended is lost. */
  answers: Answers
  /** The pages, in order, with a question that is new, reads otherwise, or has an answer that no longer fits. */
  askedAgain: string[]
}

const formOf = ({ forms, sheet }: CompiledProcedure) => forms[sheet.submissionForm]!

/** The words of a question in every language. */
const wordsOf = ({ texts, sheet }: CompiledProcedure, name: string) =>
  Object.entries(texts).map(([language, tree]) => [
    language,
    ['forms', sheet.submissionForm, 'fields', name].reduce<TextTree[string] | undefined>(
      (here, key) => (typeof here === 'object' && !Array.isArray(here) ? here[key] : undefined),
      tree
    ) ?? null,
  ])

/** All that makes a question what it is: what may be answered, when it is asked, and how it reads. */
const questionOf = (
  procedure: CompiledProcedure,
  { name, kind, required, schema, options, visible, requiredWhen }: CompiledField
) => digestOf({ kind, required, schema, options, visible, requiredWhen, words: wordsOf(procedure, name) })

/** Carries answers from one version to another. A question is known by its anchor, whatever its name. */
export function carryOver(
  [from, to]: [CompiledProcedure, CompiledProcedure],
  answers: Answers,
  circumstances: Circumstances
): CarriedOver {
  const form = formOf(to)
  const before = new Map(fieldsOf(formOf(from)).map((field) => [field.anchor, field]))
  const kept: Answers = {}
  const again = new Set<string>()
  for (const field of fieldsOf(form)) {
    const known = before.get(field.anchor)
    const answer = known?.kind === field.kind ? answers[known.name] : undefined
    if (answer !== undefined) kept[field.name] = answer
    if (!known || questionOf(from, known) !== questionOf(to, field)) again.add(field.page)
  }
  for (const { name } of formValidator(form)(kept, circumstances))
    if (Object.hasOwn(kept, name)) again.add(form.fields[name]!.page)
  return { answers: kept, askedAgain: form.pages.map(({ id }) => id).filter((id) => again.has(id)) }
}
