import type { Json } from '#core/json'
import { effectiveFiling } from '#deadlines/index'
import { townOn } from '#catalogue/domain/seams/town_names'
import { type CompiledForm, type Issue, formValidator, present } from '#forms/index'
import { keepShown } from '#catalogue/domain/simulate/shown'
import type { World } from '#catalogue/domain/simulate/world'

type Answers = Record<string, Json>

/** The answers that count for a form at this moment of the case, and what it would refuse of them. */
export function judged(world: World, formId: string, answers: Answers): { clean: Answers; issues: Issue[] } {
  const { state, now, calendar, procedure } = world
  const form = formOf(world, formId)
  const known = state?.variables ?? {}
  const town = state
    ? { town: known['town'] ?? null }
    : townOn(procedure, effectiveFiling(now, calendar).recordedDate)
  const values = { variables: known, ...town }
  const circumstances = { values, now, timeZone: calendar.timeZone }
  const there = present(form, answers, circumstances)
  keepShown(world, form, there)
  const clean = there.answers as Answers
  return { clean, issues: formValidator(form)(clean, circumstances) }
}

/** The answers as the forms would let them in; whatever they would refuse becomes an obstacle. */
export function accepted(world: World, formId: string, answers: Answers, pointer: string): Answers {
  const { clean, issues } = judged(world, formId, answers)
  for (const name of Object.keys(answers))
    if (!Object.hasOwn(clean, name))
      world.obstacles.push({
        code: 'ANSWER_DROPPED',
        pointer: `${pointer}/${name}`,
        params: { form: formId, name },
      })
  for (const issue of issues) {
    const params = { form: formId, name: issue.name, rule: issue.keyword }
    world.obstacles.push({ code: 'ANSWER_REFUSED', pointer: pointer + issue.pointer, params })
  }
  return clean
}

function formOf({ procedure }: World, formId: string): CompiledForm {
  const form = procedure.forms[formId]
  if (!form) throw new Error(`the procedure has no form ${formId}`)
  return form
}
