import { type TypeEnvironment, parseType } from '#engine/feel'
import { text } from '#engine/reading/bpmn'
import type { Placed } from '#engine/reading/collect'
import { isVariable, mappingElements } from '#engine/reading/mappings'
import type { Report } from '#engine/reading/report'

/** The names around a process; a kind of name that isn't given isn't checked. */
export interface Known {
  forms?: readonly string[]
  activities?: readonly string[]
  templates?: readonly string[]
  /** The variables a case starts with, and what they hold. */
  variables?: TypeEnvironment
}

/** The variables a case starts with, and those that outputs add; without a `type` they may hold anything. */
export function variablesOf(known: Known, nodes: readonly Placed[], report: Report): TypeEnvironment {
  const types = new Map(Object.entries(known.variables ?? {}))
  for (const { element } of nodes) {
    for (const output of mappingElements(element, 'fin:Output')) {
      const name = text(output, 'name')
      const given = text(output, 'type')
      const type = given ? parseType(given) : 'any'
      if (!type) report.problem('OUTPUT_TYPE', element, { type: given ?? '' })
      else if (name && isVariable(name) && (given || !types.has(name))) types.set(name, type)
    }
  }
  return Object.fromEntries(types)
}
