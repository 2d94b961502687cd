import type { HttpContext } from '@adonisjs/core/http'
import type { CasePage } from '#cases/queries/case_page'
import { isOfTheFiling } from '#catalogue/domain/vocabulary'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { figuresOf } from '#core/locale'
import { type VariableField, variableFields } from '#desk/domain/variable_fields'
import type { Speech } from '#desk/http/speech'

/** What the process of a case knows or may come to know, but what was filed. */
export async function variablesOf(
  { caseFile: { digest, workflow } }: CasePage,
  { lang }: Speech
): Promise<VariableField[]> {
  const { graph } = await frozenProcedure(digest)
  const point = figuresOf(lang).number('0.5').charAt(1)
  return variableFields(graph.variables, workflow.variables, point).filter(({ name }) => !isOfTheFiling(name))
}

/** What was typed into the fields: `variables[<name>]` of the posted form. */
export const typedVariables = (ctx: HttpContext) => textsIn(ctx, 'variables')

/** What those without a type were said to hold: `kinds[<name>]` of the posted form. */
export const chosenKinds = (ctx: HttpContext) => textsIn(ctx, 'kinds')

function textsIn({ request }: HttpContext, what: string): Record<string, string> {
  const posted: unknown = request.body()[what]
  if (typeof posted !== 'object' || posted === null) return {}
  return Object.fromEntries(
    Object.entries(posted).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  )
}
