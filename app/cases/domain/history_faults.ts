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

/** What a line says of a case that went on by another version: where it stood there, and what was begun. */
export interface VersionLine extends StepLine {
  kind: 'version_changed'
  from: string
  to: string
  stands: string[]
  begun?: string[]
}

export type HistoryStep = (StepLine & { kind: 'step' }) | VersionLine

/** The part of a history that went by one version. */
export interface Leg {
  graph: Graph
  /** Where the case stood when it came to it; null where it began there. */
  stands: string[] | null
  steps: StepLine[]
}

/** Whether a case can have come where it stands: by arrows that its process has, from elements it had entered. */
export function faultsOfHistory(
  legs: Leg[],
  of: { modified: string[]; phase: string | null; outcome: string | null; workflow: State }
): string[] {
  const faults = new Set(legs.flatMap((leg) => faultsOfLeg(leg, of.modified)))
  const graph = legs.at(-1)?.graph
  if (legs.every(({ steps }) => steps.length === 0)) faults.add('no_history')
  if (Object.values(of.workflow.tokens).some(({ element }) => !graph?.nodes[element]))
    faults.add('undeclared_element')
  if (of.phase !== of.workflow.phase || of.outcome !== of.workflow.outcome) faults.add('state_differs')
  return [...faults]
}

function faultsOfLeg({ graph, stands, steps }: Leg, modified: string[]): string[] {
  const faults = new Set<string>()
  const entered = new Set<string>(stands)
  const reached = new Set<string>(stands ?? [graph.start])
  for (const { entered: into = [], taken = [], placed = [] } of steps) {
    // By an act that the audit trail has, an element is reached without an arrow.
    for (const element of placed) if (modified.includes(element)) reached.add(element)
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
  return [...faults]
}

/** Cuts a history where the case went on by another version; the line of that is the first of what follows. */
export function legsOf(
  steps: HistoryStep[],
  graphOf: (digest: string) => Graph | undefined,
  digest: string
): Leg[] | null {
  const first = steps.find((line): line is VersionLine => line.kind === 'version_changed')
  const graph = graphOf(first?.from ?? digest)
  if (!graph) return null
  const legs: Leg[] = [{ graph, stands: null, steps: [] }]
  for (const line of steps) {
    if (line.kind === 'version_changed') {
      const next = graphOf(line.to)
      if (!next) return null
      legs.push({ graph: next, stands: [...line.stands, ...(line.begun ?? [])], steps: [] })
    }
    legs.at(-1)!.steps.push(line)
  }
  return legs
}
