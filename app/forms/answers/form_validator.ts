import { pointerTo } from '#core/json'
import type { Circumstances, Answers, CompiledField, CompiledForm, Issue } from '#forms/types'
import { fieldsOf } from '#forms/answers/fields_of'
import { issueOf, missing, ruleBroken } from '#forms/answers/issues'
import { type Present, present } from '#forms/answers/visibility'
import { kindOf } from '#forms/kinds/index'
import { loadValidator } from '#forms/validate/load_validator'

export interface ValidationOptions extends Circumstances {
  /** Judges the fields of one page only. */
  page?: string
}

export type FormValidator = (answers: Answers, options?: ValidationOptions) => Issue[]

const loaded = new WeakMap<CompiledForm, FormValidator>()

/**
 * The validator of a form, made once for each compiled form: no schema is compiled while answers are
 * judged. It looks at what shows only, and names one thing to mend for each place, in the order of the pages.
 */
export const formValidator = (form: CompiledForm): FormValidator =>
  loaded.get(form) ?? keepValidator(form, loadValidator(form.code))

/** Keeps the validator of a form, however it came to life. */
export function keepValidator(form: CompiledForm, run: ReturnType<typeof loadValidator>): FormValidator {
  const asked = Object.values(form.fields).filter(({ required, requiredWhen }) => required || requiredWhen)
  const validate: FormValidator = (answers, { page, ...circumstances } = {}) => {
    const there = present(form, answers, circumstances)
    const judged = withUnknown(form, there.answers, answers)
    const faults = [
      ...missingAnswers(asked, there),
      ...run(judged).map((error) => issueOf(form, judged, error)),
    ]
    const issues = firstOfEach(faults)
    const broken = form.rules.length > 0 ? brokenRules(form, there, issues) : []
    return inOrder(form, [...issues, ...broken], page)
  }
  loaded.set(form, validate)
  return validate
}

/** What the form doesn't ask for is judged too, and refused. */
function withUnknown(form: CompiledForm, shown: Answers, answers: Answers): Answers {
  const names = Object.keys(answers).filter((name) => !Object.hasOwn(form.fields, name))
  return names.length === 0
    ? shown
    : { ...shown, ...Object.fromEntries(names.map((name) => [name, answers[name] ?? null])) }
}

const missingAnswers = (asked: CompiledField[], there: Present): Issue[] =>
  asked
    .filter(({ name }) => there.shows(name) && !Object.hasOwn(there.answers, name))
    .filter(({ required, requiredWhen }) => required || (requiredWhen && there.judge(requiredWhen)))
    .flatMap((field) => missing(field))

/** Rules between answers are judged where the answers they complain about are right by themselves. */
function brokenRules(form: CompiledForm, there: Present, issues: Issue[]): Issue[] {
  const wrong = new Set(issues.map(({ name }) => name))
  return form.rules
    .filter(
      ({ field, holds }) => there.shows(field) && ![field, ...holds.variables].some((name) => wrong.has(name))
    )
    .filter(({ holds }) => there.judge(holds) === false)
    .map((rule) => ruleBroken(rule))
}

const firstOfEach = (issues: Issue[]): Issue[] =>
  issues.filter(({ pointer }, index) => issues.findIndex((other) => other.pointer === pointer) === index)

/** As a page reads: by field, within a field by part; what the form doesn't know of comes last. */
function inOrder(form: CompiledForm, issues: Issue[], page: string | undefined): Issue[] {
  const wanted = page === undefined ? issues : issues.filter(({ name }) => form.fields[name]?.page === page)
  if (wanted.length < 2) return wanted
  const pointers = fieldsOf(form).flatMap((field) => [
    pointerTo(field.name),
    ...(kindOf(field).parts ?? []).map((part) => pointerTo(field.name, part)),
  ])
  const places = new Map(pointers.map((pointer, index) => [pointer, index]))
  const place = ({ name, pointer }: Issue) => places.get(pointer) ?? places.get(pointerTo(name)) ?? Infinity
  return wanted.sort((one, other) => place(one) - place(other) || 0)
}
