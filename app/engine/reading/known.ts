import type { FeelType, TypeEnvironment } from '#engine/feel'
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

const TYPES = [
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'any',
]

/** The variables a case starts with, and those that outputs add; without a `type` they may hold anything. */
export function variablesOf(known: Known, nodes: readonly Placed[], report: Report): TypeEnvironment {
  const types = new Map(Object.entries(known.variables ?? {}))
  for (const { element } of nodes) {
    for (const output of mappingElements(element, 'fin:Output')) {
      const name = text(output, 'name')
      const type = text(output, 'type')
      if (type && !TYPES.includes(type))
        report.problem('OUTPUT_TYPE', element, { type, types: TYPES.join(', ') })
      else if (name && isVariable(name) && (type || !types.has(name)))
        types.set(name, (type ?? 'any') as FeelType)
    }
  }
  return Object.fromEntries(types)
}
