import type { CompiledDecisions } from '#decisions/index'
import { type FeelType, type TypeEnvironment, parseType } from '#engine/feel'
import { type BpmnElement, is, one, text } from '#engine/reading/bpmn'
import type { Placed } from '#engine/reading/collect'
import { isVariable, mappingElements } from '#engine/reading/mappings'
import type { Report } from '#engine/reading/report'

/** The names around a process; a kind of name that isn't given isn't checked. */
export interface Known {
  forms?: readonly string[]
  activities?: readonly string[]
  /** The business errors that each activity may report. */
  errors?: Readonly<Record<string, readonly string[]>>
  templates?: readonly string[]
  /** The procedures that may be called, by their slugs. */
  processes?: readonly string[]
  /** The models that decisions are made by, by the names of their decisions and services. */
  decisions?: Readonly<Record<string, CompiledDecisions>>
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
  for (const { element } of nodes) addLoopVariables(types, element, report)
  return Object.fromEntries(types)
}

/** What a repeated element adds: its item, the number of its turn, and what it collects. */
function addLoopVariables(types: Map<string, FeelType>, element: BpmnElement, report: Report): void {
  const loop = one(element, 'loopCharacteristics')
  if (!loop) return
  types.set('loopCounter', 'number')
  if (!is(loop, 'bpmn:MultiInstanceLoopCharacteristics')) return
  const item = text(loop, 'item')
  const given = text(loop, 'itemType')
  const type = given ? parseType(given) : elementOf(types.get(text(loop, 'collection') ?? ''))
  if (!type) report.problem('OUTPUT_TYPE', element, { type: given ?? '' })
  else if (item && isVariable(item) && !types.has(item)) types.set(item, type)
  const collect = text(loop, 'collect')
  if (collect && isVariable(collect) && !types.has(collect))
    types.set(collect, { list: types.get(text(loop, 'each') ?? '') ?? 'any' })
}

const elementOf = (type: FeelType | undefined): FeelType =>
  typeof type === 'object' && 'list' in type ? type.list : 'any'
