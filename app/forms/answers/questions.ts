import type { Expression } from '#expressions/index'
import { present } from '#forms/answers/visibility'
import { kindOf } from '#forms/kinds/index'
import type { Answers, Circumstances, CompiledField, CompiledForm, CompiledPage } from '#forms/types'

/** The questions to draw of a page, and which of them hang on others in sight. */
export interface Questions {
  shown: CompiledField[]
  undecided: string[]
}

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
): Questions {
  const page = form.pages.find(({ id }) => id === pageId)
  const fields = (page?.fields ?? []).flatMap((name) => form.fields[name] ?? [])
  const undecided = fields
    .filter(({ visible }) => visible?.variables.some((name) => page?.fields.includes(name)))
    .map(({ name }) => name)
  const { shows } = present(form, answers, circumstances)
  return { shown: fields.filter(({ name }) => shows(name) || undecided.includes(name)), undecided }
}

/** A page among others of its form, all in sight at once. */
export interface PageAmongOthers extends Questions {
  id: string
  /** What it hangs on, where that is an answer in sight; null where it is there in any case. */
  hangsOn: Expression | null
}

/** The pages to draw where a form stands whole, as at the desk: what can't come to be asked is left out. */
export function questionsTogether(
  form: CompiledForm,
  answers: Answers,
  circumstances?: Circumstances
): PageAmongOthers[] {
  const { judge } = present(form, answers, circumstances)
  const inSight = new Set<string>()
  const hangs = (condition: Expression | null) =>
    condition?.variables.some((name) => inSight.has(name)) ?? false
  const open = (condition: Expression | null) =>
    condition === null || hangs(condition) || judge(condition) === true
  const drawn = (page: CompiledPage): PageAmongOthers => {
    const hangsOn = hangs(page.visible) ? page.visible : null
    const [shown, undecided]: [CompiledField[], string[]] = [[], []]
    for (const field of page.fields.flatMap((name) => form.fields[name] ?? [])) {
      if (!open(field.visible) || kindOf(field).settled?.(circumstances ?? {}) !== undefined) continue
      if (hangs(field.visible)) undecided.push(field.name)
      inSight.add(field.name)
      shown.push(field)
    }
    return { id: page.id, hangsOn, shown, undecided }
  }
  return form.pages.flatMap((page) => {
    const one = open(page.visible) ? drawn(page) : null
    return one && (one.shown.length > 0 || page.fields.length === 0) ? [one] : []
  })
}
