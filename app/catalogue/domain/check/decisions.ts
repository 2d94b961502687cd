import { type Diagnostic, warning } from '#core/diagnostic'
import type { Check } from '#catalogue/domain/check/context'

/** A model of which no task of the process asks anything. */
export const checkDecisions: Check = ({ models, graph }): Diagnostic[] => {
  const asked = new Set(
    Object.values(graph.nodes).map(({ data }) => (data as { decision?: string } | null)?.decision)
  )
  return [...models].flatMap(([file, { decisions, services }]) =>
    [...decisions, ...services].some(({ name }) => asked.has(name))
      ? []
      : [warning('DECISIONS_UNUSED', { file })]
  )
}
