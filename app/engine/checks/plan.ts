import type { Diagnostic } from '#core/diagnostic'
import { isHost } from '#engine/checks/boundaries'
import type { Flow, Graph, Node } from '#engine/graph'
import { linkedTo, placesAfter } from '#engine/places'
import { eventsOf } from '#engine/reading/read_beginnings'
import type { Report } from '#engine/reading/report'
import type { CaughtCode, Thrown } from '#engine/runtime/hearer'

interface Drawing {
  nodes: ReadonlyMap<string, Node>
  flows: ReadonlyMap<string, Flow>
  /** The start events of each scope. */
  starts: ReadonlyMap<string | null, string[]>
  /** The handler of each compensation event. */
  handlers: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string | undefined>
}

/** All nodes and flows of a process before it becomes a graph, for checks that look at more than one element. */
export class Plan {
  readonly nodes: Drawing['nodes']
  readonly flows: Drawing['flows']
  readonly starts: Drawing['starts']
  private comesFrom: ReadonlyMap<string, string[]> | undefined
  private readonly hosts: ReadonlyMap<string, Node>
  private readonly drawn: Pick<Graph, 'nodes' | 'flows' | 'events'>

  constructor(
    private readonly drawing: Drawing,
    private readonly out: Report
  ) {
    this.nodes = drawing.nodes
    this.flows = drawing.flows
    this.starts = drawing.starts
    this.hosts = new Map(
      [...drawing.nodes.values()].flatMap((node) => node.boundaries.map((event) => [event, node] as const))
    )
    const [nodes, flows] = [Object.fromEntries(drawing.nodes), Object.fromEntries(drawing.flows)]
    this.drawn = { nodes, flows, events: eventsOf(drawing.nodes, drawing.starts) }
  }

  flowsFrom(node: Node): Flow[] {
    return node.outgoing.flatMap((id) => this.flows.get(id) ?? [])
  }

  /** The catching links that a throwing one goes on at. */
  linksTo(node: Node): string[] {
    return linkedTo(this.drawn, node)
  }

  /** The elements that a case may come to next from one. */
  after(id: string): string[] {
    return placesAfter(this.drawn, id)
  }

  /** The elements that it may have come from. */
  before(id: string): readonly string[] {
    return this.cameFrom().get(id) ?? []
  }

  private cameFrom(): ReadonlyMap<string, string[]> {
    if (this.comesFrom) return this.comesFrom
    const found = new Map<string, string[]>()
    for (const id of this.nodes.keys())
      for (const next of this.after(id)) found.set(next, [...(found.get(next) ?? []), id])
    return (this.comesFrom = found)
  }

  /** On whose border it stands. */
  hostOf(node: Node): Node | undefined {
    return this.hosts.get(node.id)
  }

  handlerOf(boundary: string): string | undefined {
    return this.drawing.handlers.get(boundary)
  }

  isHandler(id: string): boolean {
    return [...this.drawing.handlers.values()].includes(id)
  }

  /** A node and the parts around it; each once, though where ids stand twice a part can seem to stand in itself. */
  outwards(node: Node): ReadonlySet<Node> {
    const found = new Set([node])
    // a set also gives what is added while it is walked
    for (const { scope } of found) {
      const around = scope === null ? undefined : this.nodes.get(scope)
      if (around) found.add(around)
    }
    return found
  }

  /** What listens to a node for errors or escalations, on its border and further out, as `raise` goes. */
  listenersTo(node: Node, what: Thrown): Node<CaughtCode>[] {
    const { events } = this.drawn
    const found = [...this.outwards(node)].flatMap((from) => [
      ...(isHost(from) ? this.ofKind(`${what}_boundary`, from.boundaries) : []),
      // what is thrown in an event subprocess isn't for its neighbours
      ...(from.kind === 'event_sub_process' ? [] : this.ofKind(`${what}_start`, events[from.scope ?? ''])),
    ])
    return found as Node<CaughtCode>[]
  }

  private ofKind(kind: string, ids: readonly string[] = []): Node[] {
    return ids.flatMap((id) => this.nodes.get(id) ?? []).filter((node) => node.kind === kind)
  }

  /** Whether something around a node takes an error or escalation of that code. */
  catches(node: Node, what: Thrown, code: string): boolean {
    return this.listenersTo(node, what).some(({ data }) => data.code === code || data.code === null)
  }

  /** Each way out of a gateway has a condition, but for the default. */
  checkConditions(node: Node, otherwise: string | null): void {
    if (otherwise && !node.outgoing.includes(otherwise))
      this.problem('DEFAULT_ELSEWHERE', node.id, { flow: otherwise })
    const ways = this.flowsFrom(node)
    // the one way on of a join needs no condition; with one, a case that doesn't fit it stops
    if (ways.length < 2 && !ways.some(({ condition }) => condition)) return
    for (const flow of ways) {
      if (flow.id === otherwise && flow.condition) this.problem('DEFAULT_WITH_CONDITION', flow.id)
      if (flow.id !== otherwise && !flow.condition)
        this.problem('CONDITION_MISSING', flow.id, { gateway: node.id })
    }
    // nothing passes silently: without a default, a case that fits no condition stops with an incident
    if (!otherwise) this.warning('GATEWAY_WITHOUT_DEFAULT', node.id)
  }

  /** What a compensation names can be undone: it stands in the same scope and has a handler, or an inside. */
  checkUndoes(node: Node, activity: string | null): void {
    if (activity === null) return
    const named = this.nodes.get(activity)
    if (named?.scope !== this.scopeToUndo(node) || (!named.undoneBy && !this.starts.has(activity)))
      this.problem('UNDOES_NOTHING', node.id, { activity })
  }

  /** In an event subprocess it is what was completed around that. */
  scopeToUndo(node: Node): string | null {
    const around = node.scope === null ? undefined : this.nodes.get(node.scope)
    return around?.kind === 'event_sub_process' ? around.scope : node.scope
  }

  problem(code: string, id: string, params: Diagnostic['params'] = {}): void {
    this.out.problem(code, { id, name: this.drawing.names.get(id) }, params)
  }

  warning(code: string, id: string, params: Diagnostic['params'] = {}): void {
    this.out.warning(code, { id, name: this.drawing.names.get(id) }, params)
  }
}
