import type { Json } from '#core/json'
import { cleanAnswers, formValidator } from '#forms/index'
import type { World } from '#catalogue/domain/simulate/world'

/** The answers as the forms would let them in; whatever they would refuse becomes an obstacle. */
export function accepted(
  world: World,
  formId: string,
  answers: Record<string, Json>,
  pointer: string
): Record<string, Json> {
  const form = world.procedure.forms[formId]
  if (!form) throw new Error(`the procedure has no form ${formId}`)
  const clean = cleanAnswers(form, answers) as Record<string, Json>
  for (const name of Object.keys(answers))
    if (!Object.hasOwn(clean, name))
      world.obstacles.push({
        code: 'ANSWER_DROPPED',
        pointer: `${pointer}/${name}`,
        params: { form: formId, name },
      })
  for (const issue of formValidator(form)(clean)) {
    const params = { form: formId, name: issue.name, rule: issue.keyword }
    world.obstacles.push({ code: 'ANSWER_REFUSED', pointer: pointer + issue.pointer, params })
  }
  return clean
}
