import type { CompiledProcedure } from '#catalogue/types'
import { literal, processFacts } from '#catalogue/domain/process_facts'
import { placesAfter } from '#engine/index'
import { RESOLUTION } from '#documents/index'

/**
 * The documents that end what was asked for: the resolutions that a process comes to by itself. One that only a message
 * leads to (the acceptance of a withdrawal) is no such one: where it lets the case go on, what was asked for is still to be decided.
 */
export function decidingTemplates(
  { graph, templates }: Pick<CompiledProcedure, 'graph' | 'templates'>,
  message: string
): string[] {
  const seen = new Set([graph.start])
  // a set also gives what is added while it is walked
  for (const id of seen) {
    for (const next of placesAfter(graph, id))
      if ((graph.nodes[next]!.data as { message?: string } | null)?.message !== message) seen.add(next)
  }
  const named = processFacts(graph)
    .activities.filter(({ element }) => seen.has(element))
    .flatMap(({ inputs }) => inputs.filter(({ name }) => name === 'template'))
    .map(({ value }) => literal(value))
  return Object.keys(templates).filter((id) => templates[id]!.type === RESOLUTION && named.includes(id))
}
