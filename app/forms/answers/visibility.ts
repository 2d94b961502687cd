import { type Expression, evaluate, scopeFrom } from '#expressions/index'
import { whatIsLeft } from '#forms/answers/what_is_left'
import { kindOf } from '#forms/kinds/index'
import type { Answers, Circumstances, CompiledForm, CompiledPage } from '#forms/types'

/** What of a form there is, for somebody who gave these answers. */
export interface Present {
  pages: CompiledPage[]
  /** The answers of what is shown; hidden ones are as if never given. */
  answers: Answers
  shows(name: string): boolean
  /** What a condition comes to: null where the answers don't say. */
  judge(condition: Expression): boolean | null
  /** What is left of a condition while these names may still change. */
  whatIsLeft(condition: Expression, isOpen: (name: string) => boolean): Expression | boolean
}

/**
 * Walks the form in order: conditions look back, so each is judged over what is already known to show.
 * Only `true` shows a page or a field.
 */
export function present(form: CompiledForm, answers: Answers, circumstances: Circumstances = {}): Present {
  const { values = {}, now, timeZone } = circumstances
  // A field hides what lies around it under its name, also while it isn't answered.
  const around = pick(
    values,
    Object.keys(values).filter((name) => !Object.hasOwn(form.fields, name))
  )
  const known: Answers = {}
  const hidden = new Set<string>()

  const valueOf = (condition: Expression) => {
    const types = pick(form.types, condition.variables)
    const scope = scopeFrom(pick({ ...around, ...known }, condition.variables), types)
    return evaluate(condition, scope, { now, timeZone }).value
  }
  const judge = (condition: Expression): boolean | null => {
    const value = valueOf(condition)
    return typeof value === 'boolean' ? value : null
  }
  const holds = (condition: Expression | null) => condition === null || judge(condition) === true

  const pages = form.pages.filter((page) => {
    const open = holds(page.visible)
    let empty = true
    for (const name of page.fields) {
      if (!open || !holds(form.fields[name]?.visible ?? null)) {
        hidden.add(name)
        continue
      }
      const settled = kindOf(form.fields[name]!).settled?.(circumstances)
      if (settled !== undefined) {
        hidden.add(name)
        known[name] = settled
        continue
      }
      empty = false
      const answer = answers[name]
      if (answer !== undefined && Object.hasOwn(answers, name)) known[name] = answer
    }
    // A page of nothing but hidden fields would be an empty page; one without fields is there to be read.
    return open && (page.fields.length === 0 || !empty)
  })
  const shows = (name: string) => Object.hasOwn(form.fields, name) && !hidden.has(name)
  const left: Present['whatIsLeft'] = (condition, isOpen) =>
    whatIsLeft(condition, {
      isOpen,
      valueOf: (tree, variables) => valueOf({ ...condition, tree, variables }),
    })
  return { pages, answers: known, shows, judge, whatIsLeft: left }
}

const pick = <T>(from: Record<string, T>, names: string[]): Record<string, T> =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(from, name)).map((name) => [name, from[name] as T]))

/** The pages to go through, in order. */
export const visiblePages = (
  form: CompiledForm,
  answers: Answers,
  circumstances?: Circumstances
): CompiledPage[] => present(form, answers, circumstances).pages

/** The answers that count: hidden and unknown ones are neither validated nor stored. */
export const cleanAnswers = (form: CompiledForm, answers: Answers, circumstances?: Circumstances): Answers =>
  present(form, answers, circumstances).answers

/** The page after this one; null after the last. For a page that is hidden by now, the next one that shows. */
export function nextPage(
  form: CompiledForm,
  pageId: string,
  answers: Answers,
  circumstances?: Circumstances
): CompiledPage | null {
  const place = form.pages.findIndex(({ id }) => id === pageId)
  const later = new Set(form.pages.slice(place + 1))
  return visiblePages(form, answers, circumstances).find((page) => later.has(page)) ?? null
}

/** The page before this one; null before the first. */
export function previousPage(
  form: CompiledForm,
  pageId: string,
  answers: Answers,
  circumstances?: Circumstances
): CompiledPage | null {
  const place = form.pages.findIndex(({ id }) => id === pageId)
  const earlier = new Set(form.pages.slice(0, Math.max(0, place)))
  return visiblePages(form, answers, circumstances).findLast((page) => earlier.has(page)) ?? null
}
