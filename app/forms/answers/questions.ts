import type { Expression } from '#expressions/index'
import { type Present, present } from '#forms/answers/visibility'
import { kindOf } from '#forms/kinds/index'
import type { Answers, Circumstances, CompiledField, CompiledForm, CompiledPage } from '#forms/types'

/** The questions to draw of a page, and on what of what is in sight some of them hang. */
export interface Questions {
  shown: CompiledField[]
  hanging: Record<string, Expression>
}

/** Draws pages in order: what hangs on an answer that is in sight by then is there, and says on what. */
class Drawing {
  readonly #inSight = new Set<string>()

  constructor(
    private readonly form: CompiledForm,
    private readonly there: Present,
    private readonly circumstances: Circumstances = {}
  ) {}

  /** Whether something shows; an expression where that hangs on what is in sight, which says the rest. */
  standing(condition: Expression | null): Expression | boolean {
    return condition === null || this.there.whatIsLeft(condition, (name) => this.#inSight.has(name))
  }

  questions({ fields }: CompiledPage): Questions {
    const [shown, hanging]: [CompiledField[], Record<string, Expression>] = [[], {}]
    for (const field of fields.flatMap((name) => this.form.fields[name] ?? [])) {
      const standing = this.standing(field.visible)
      if (standing === false || kindOf(field).settled?.(this.circumstances) !== undefined) continue
      if (standing !== true) hanging[field.name] = standing
      this.#inSight.add(field.name)
      shown.push(field)
    }
    return { shown, hanging }
  }
}

/**
 * The questions to draw on a page, in order. Those that hang on another answer of the same page are all
 * there, as `hanging`: without a script nobody could make them appear, and the server drops what
 * turns out not to have been asked.
 */
export function questionsOn(
  form: CompiledForm,
  pageId: string,
  answers: Answers,
  circumstances?: Circumstances
): Questions {
  const there = present(form, answers, circumstances)
  const page = there.pages.find(({ id }) => id === pageId)
  return page ? new Drawing(form, there, circumstances).questions(page) : { shown: [], hanging: {} }
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
  const drawing = new Drawing(form, present(form, answers, circumstances), circumstances)
  return form.pages.flatMap((page) => {
    const standing = drawing.standing(page.visible)
    if (standing === false) return []
    const questions = drawing.questions(page)
    const empty = questions.shown.length === 0 && page.fields.length > 0
    return empty ? [] : [{ id: page.id, hangsOn: standing === true ? null : standing, ...questions }]
  })
}
