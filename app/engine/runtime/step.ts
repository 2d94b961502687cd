import type { AnyKind, Arrival } from '#engine/elements/kind'
import type { Graph, Node } from '#engine/graph'
import type { Command, Event } from '#engine/protocol'
import { busy, hasJoins, joinsOf, tokensByAge } from '#engine/runtime/tokens'
import type { IncidentCode, State, Token } from '#engine/state'

/** How many nodes one step may enter: beyond it, the process is going round in circles. */
export const MOST_ENTRIES = 1000

interface Entry {
  element: string
  scope?: string
  flow?: string
}

/** One step in the making: a draft of the next state, the commands so far, the tokens still to be moved. */
export class Step {
  readonly commands: Command[] = []
  #queue: Entry[] = []
  #entries = 0

  constructor(
    readonly graph: Graph,
    readonly state: State,
    readonly event: Event,
    readonly kindOf: (node: Node) => AnyKind
  ) {}

  node(element: string): Node {
    const node = this.graph.nodes[element]
    if (!node) throw new Error(`the graph has no element ${element}`)
    return node
  }

  command(command: Command): void {
    this.commands.push(command)
  }

  /** Moves tokens until each waits, and closes the subprocesses, and at last the process, that they left empty. */
  run(): void {
    do {
      for (let entry = this.#queue.shift(); entry; entry = this.#queue.shift()) this.#enter(entry)
    } while (this.#settle())
  }

  /** Sends a token towards an element; it moves once those before it have. */
  send(element: string, scope?: string, flow?: string): void {
    this.#queue.push({ element, scope, flow })
  }

  /** The token stands on the node until its event comes; boundary events begin to watch it. */
  wait(node: Node, { key, scope, host }: Arrival, waits: Omit<Token, 'element' | 'scope' | 'host'>): void {
    this.state.tokens[key] = { element: node.id, ...(scope && { scope }), ...(host && { host }), ...waits }
    for (const boundary of node.boundaries) {
      if (!this.kindOf(this.node(boundary)).passive) this.watch(boundary, key, scope)
    }
  }

  /** Lets an event wait beside the token `host`, without being entered before it happens. */
  watch(element: string, host: string, scope?: string): void {
    const node = this.node(element)
    this.kindOf(node).enter(this, node, { key: this.#newKey(element), scope, host })
  }

  /** The token goes on by these flows; with none, it ends here. */
  leave(node: Node, { key, scope }: Arrival, flows: readonly string[] = node.outgoing): void {
    this.drop(key, 'quietly')
    this.command({ type: 'trace', element: node.id, kind: 'leave' })
    for (const id of flows) {
      const flow = this.graph.flows[id]
      if (!flow) throw new Error(`the graph has no flow ${id}`)
      this.command({ type: 'trace', element: node.id, kind: 'take', flow: id })
      this.send(flow.target, scope, id)
    }
  }

  /** Takes a token away with all that depends on it; others are told to stop what it caused. */
  drop(key: string, how: 'quietly' | 'cancelling' = 'cancelling'): void {
    const token = this.state.tokens[key]
    if (!token) return
    delete this.state.tokens[key]
    if (how === 'cancelling' && token.waits !== 'inside' && token.waits !== 'first') {
      this.command({ type: 'cancel', key })
    }
    for (const [other, { host, scope }] of tokensByAge(this.state)) {
      if (host === key || scope === key) this.drop(other)
    }
    for (const join of joinsOf(this.state, key)) delete this.state.joins[join]
  }

  /** The token stops here for a person to look at; a retry evaluates the element again. */
  stall(
    node: Node,
    arrival: Arrival,
    code: IncidentCode,
    detail: string,
    waits: Token['waits'] = 'again'
  ): void {
    const { key, scope, host, flow } = arrival
    this.state.tokens[key] = {
      element: node.id,
      waits,
      ...(scope && { scope }),
      ...(host && { host }),
      ...(flow && { flow }),
      incident: code,
    }
    this.command({ type: 'incident', key, element: node.id, code, detail })
  }

  /** Says that a node is entered, and sets the phase that it begins. */
  mark(node: Node): void {
    this.command({ type: 'trace', element: node.id, kind: 'enter' })
    if (node.phase === null || node.phase === this.state.phase) return
    this.state.phase = node.phase
    this.command({ type: 'phase', phase: node.phase })
  }

  /** Takes everything away that runs in a subprocess, or in the whole process. */
  clear(scope?: string): void {
    for (const [key, token] of tokensByAge(this.state)) if (token.scope === scope) this.drop(key)
    for (const join of joinsOf(this.state, scope)) delete this.state.joins[join]
    this.#queue = this.#queue.filter((entry) => entry.scope !== scope && this.#alive(entry.scope))
  }

  #enter(entry: Entry): void {
    // what was interrupted meanwhile takes the tokens that were on their way inside it
    if (!this.#alive(entry.scope)) return
    const node = this.node(entry.element)
    const kind = this.kindOf(node)
    if (++this.#entries > MOST_ENTRIES) {
      const arrival = { ...entry, key: this.#newKey(node.id) }
      return this.stall(node, arrival, 'too_many_entries', String(MOST_ENTRIES), 'entry')
    }
    if (kind.gather && !kind.gather(this, node, entry)) return
    this.mark(node)
    kind.enter(this, node, { scope: entry.scope, flow: entry.flow, key: this.#newKey(node.id) })
  }

  /** Innermost first, closes one scope in which nothing moves any more; false when none is left to close. */
  #settle(): boolean {
    for (const [key, token] of tokensByAge(this.state).reverse()) {
      if (token.waits !== 'inside' || busy(this.state, key) || this.#stuck(key)) continue
      const node = this.node(token.element)
      this.kindOf(node).resume?.(this, node, { key, scope: token.scope }, null)
      return true
    }
    if (this.state.status === 'ended' || busy(this.state) || this.#stuck()) return false
    this.state.status = 'ended'
    this.command({ type: 'end', outcome: this.state.outcome })
    return false
  }

  /** A join whose other branches went elsewhere would wait for ever without anybody knowing. */
  #stuck(scope?: string): boolean {
    if (!hasJoins(this.state, scope)) return false
    for (const join of joinsOf(this.state, scope)) {
      const node = this.node(join.slice(join.lastIndexOf('/') + 1))
      const missing = node.incoming.filter((flow) => !this.state.joins[join]?.[flow])
      const arrival = { key: this.#newKey(node.id), scope }
      this.stall(node, arrival, 'join_incomplete', missing.join(' '), 'join')
    }
    return true
  }

  #alive(scope?: string): boolean {
    return scope === undefined || Object.hasOwn(this.state.tokens, scope)
  }

  #newKey(element: string): string {
    return `${element}:${++this.state.sequence}`
  }
}
