import type { Diagnostic } from '#core/diagnostic'
import type { Flow, Node } from '#engine/graph'
import type { Report } from '#engine/reading/report'

/** All nodes and flows of a process before it becomes a graph, for checks that look at more than one element. */
export class Plan {
  constructor(
    readonly nodes: ReadonlyMap<string, Node>,
    readonly flows: ReadonlyMap<string, Flow>,
    /** The start events of each scope. */
    readonly starts: ReadonlyMap<string | null, string[]>,
    private readonly out: Report,
    private readonly names: ReadonlyMap<string, string | undefined>
  ) {}

  flowsFrom(node: Node): Flow[] {
    return node.outgoing.flatMap((id) => this.flows.get(id) ?? [])
  }

  problem(code: string, id: string, params: Diagnostic['params'] = {}): void {
    this.out.problem(code, { id, name: this.names.get(id) }, params)
  }

  warning(code: string, id: string, params: Diagnostic['params'] = {}): void {
    this.out.warning(code, { id, name: this.names.get(id) }, params)
  }
}
