import type { Graph, State } from '#engine/index'

/** What a line of a case's history says of one step: see `stepData`. */
export interface StepLine {
  entered?: string[]
  taken?: string[]
  /** Where an administrator had it begin. */
  placed?: string[]
  phase?: string
  outcome?: string
}

/** Whether a case can have come where it stands: by arrows that its process has, from elements it had entered. */
export function faultsOfHistory(
  graph: Graph,
  of: { steps: StepLine[]; modified: string[]; phase: string | null; outcome: string | null; workflow: State }
): string[] {
  const faults = new Set<string>()
  const entered = new Set<string>()
  const reached = new Set<string>([graph.start])
  for (const { entered: into = [], taken = [], placed = [] } of of.steps) {
    // By an act that the audit trail has, an element is reached without an arrow.
    for (const element of placed) if (of.modified.includes(element)) reached.add(element)
    for (const element of into) entered.add(element)
    for (const id of taken) {
      const flow = graph.flows[id]
      if (!flow || !entered.has(flow.source)) faults.add('undeclared_arrow')
      else reached.add(flow.target)
    }
    for (const element of into) {
      const node = graph.nodes[element]
      // Boundary events and the starts of subprocesses are entered without an arrow.
      if (!node || (node.incoming.length > 0 && !reached.has(element))) faults.add('undeclared_element')
    }
  }
  if (of.steps.length === 0) faults.add('no_history')
  if (Object.values(of.workflow.tokens).some(({ element }) => !graph.nodes[element]))
    faults.add('undeclared_element')
  if (of.phase !== of.workflow.phase || of.outcome !== of.workflow.outcome) faults.add('state_differs')
  return [...faults]
}
