import type { HttpContext } from '@adonisjs/core/http'
import type { CasePage } from '#cases/queries/case_page'
import { isOfTheFiling } from '#catalogue/domain/vocabulary'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { type VariableField, variableFields } from '#desk/domain/variable_fields'

/** What the process of a case knows or may come to know, but what was filed. */
export async function variablesOf({ caseFile: { digest, workflow } }: CasePage): Promise<VariableField[]> {
  const { graph } = await frozenProcedure(digest)
  return variableFields(graph.variables, workflow.variables).filter(({ name }) => !isOfTheFiling(name))
}

/** What was typed into the fields: `variables[<name>]` of the posted form. */
export function typedVariables({ request }: HttpContext): Record<string, string> {
  const posted: unknown = request.body()['variables']
  if (typeof posted !== 'object' || posted === null) return {}
  return Object.fromEntries(
    Object.entries(posted).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  )
}
