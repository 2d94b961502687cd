import type { AnyKind, Arrival } from '#engine/elements/kind'
import type { Graph, Node } from '#engine/graph'
import type { Command, Event } from '#engine/protocol'
import { begin } from '#engine/runtime/attempt'
import { endRepetition } from '#engine/runtime/repeat'
import type { Seen } from '#engine/runtime/seen'
import { settle } from '#engine/runtime/settle'
import { forgetJoins } from '#engine/runtime/joins'
import { takeAway } from '#engine/runtime/take_away'
import { isRepetition, tokensByAge } from '#engine/runtime/tokens'
import { remember } from '#engine/runtime/undo'
import type { IncidentCode, State, Token } from '#engine/state'

/** How many nodes one step may enter: beyond it, the process is going round in circles. */
const MOST_ENTRIES = 1000

/** How much the expressions of one step may take together, about a second: whoever asks for a step waits for it. */
export const MOST_REASONING = 500_000

type Waiting = Omit<Token, 'element' | 'scope' | 'host' | 'starter' | 'locals'>
type Entry = Omit<Arrival, 'key' | 'host'> & { element: string }

/** One step in the making: a draft of the next state, the commands so far, the tokens still to be moved. */
export class Step {
  readonly commands: Command[] = []
  /** What conditions that are waited for saw when they were last looked at, and whether they held. */
  readonly looked = new Map<string, { seen: unknown[]; holds: boolean }>()
  /** From where a flow into a join can be reached. */
  readonly reached = new Map<string, Set<string>>()
  #queue: Entry[] = []
  #entries = 0

  constructor(
    readonly graph: Graph,
    readonly state: State,
    readonly event: Event,
    readonly kindOf: (node: Node) => AnyKind,
    readonly budget = { left: MOST_REASONING }
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
    } while (settle(this))
  }

  /** Sends a token towards an element; it moves once those before it have. */
  send(element: string, scope?: string, how: Omit<Entry, 'element' | 'scope'> = {}): void {
    this.#queue.push({ element, scope, ...how })
  }

  /** The token stands on the node until its event comes; boundary events begin to watch it. */
  wait(node: Node, arrival: Arrival, waits: Waiting): void {
    this.#stand(node, arrival, waits)
    const { key, scope } = arrival
    // what is repeated is watched as a whole
    if (isRepetition(this.state, node.id, scope)) return
    for (const boundary of node.boundaries) {
      if (!this.kindOf(this.node(boundary)).passive) this.watch(boundary, { host: key, scope })
    }
  }

  /** Opens a scope: a token for what runs inside, and the event subprocesses that may begin in it. */
  open(node: Node, arrival: Arrival, waits: 'inside' | 'choice' = 'inside'): void {
    this.wait(node, arrival, { waits })
    this.arm(node.id, arrival.key)
  }

  /** Lets the event subprocesses of a scope (without one, of the process) be begun. */
  arm(element: string, scope?: string): void {
    for (const start of this.graph.events[element] ?? []) {
      if (!this.kindOf(this.node(start)).passive) this.watch(start, { scope, starter: true })
    }
  }

  /** Lets an event wait, beside the token `host` or in a scope, without being entered before it happens. */
  watch(element: string, how: Omit<Arrival, 'key'>): void {
    const node = this.node(element)
    this.kindOf(node).enter(this, node, { ...how, key: this.newKey(element) })
  }

  /** The token goes on by these flows, because of what was seen; with none, it ends here. */
  leave(node: Node, arrival: Arrival, flows: readonly string[] = node.outgoing, because?: Seen): void {
    const { key, scope } = arrival
    if (isRepetition(this.state, node.id, scope)) return endRepetition(this, node, arrival)
    remember(this, node, arrival)
    this.drop(key, 'quietly')
    const last = flows.length === 0 && because
    this.command({ type: 'trace', element: node.id, kind: 'leave', ...(last && { because }) })
    for (const id of flows) {
      const flow = this.graph.flows[id]
      if (!flow) throw new Error(`the graph has no flow ${id}`)
      this.command({ type: 'trace', element: node.id, kind: 'take', flow: id, ...(because && { because }) })
      this.send(flow.target, scope, { flow: id })
    }
  }

  /** Takes a token away with all that depends on it; others are told to stop what it caused. */
  drop(key: string, how: 'quietly' | 'cancelling' = 'cancelling'): void {
    takeAway(this, key, how)
  }

  /** The token stops here for a person to look at, because of what was seen; a retry evaluates the element again. */
  stall(
    node: Node,
    arrival: Arrival,
    code: IncidentCode,
    detail: string,
    { waits = 'again', because }: { waits?: Token['waits']; because?: Seen } = {}
  ): void {
    const { key, flow } = arrival
    this.#stand(node, arrival, { waits, ...(flow && { flow }), incident: code })
    this.command({ type: 'incident', key, element: node.id, code, detail, ...(because && { because }) })
  }

  /** A token that stands stops where it is, for a person to look at; what watches it goes on watching. */
  halt(key: string, code: IncidentCode, detail: string, because?: Seen): void {
    const token = this.state.tokens[key]
    if (!token) return
    this.state.tokens[key] = { ...token, incident: code }
    const { element } = token
    this.command({ type: 'incident', key, element, code, detail, ...(because && { because }) })
  }

  /** Says that a node is entered, and sets the phase that it begins. */
  mark(node: Node): void {
    this.command({ type: 'trace', element: node.id, kind: 'enter' })
    if (node.phase === null || node.phase === this.state.phase) return
    this.state.phase = node.phase
    this.command({ type: 'phase', phase: node.phase })
  }

  /**
   * Takes everything away that runs in a subprocess, or in the whole process, and what was on its way there. What
   * was completed in it can still be undone.
   */
  clear(scope?: string, but?: string): void {
    for (const [key, token] of tokensByAge(this.state))
      if (token.scope === scope && key !== but) this.drop(key)
    forgetJoins(this.state, scope)
    this.#queue = this.#queue.filter((entry) => entry.scope !== scope && this.alive(entry.scope))
  }

  alive(scope?: string): boolean {
    return scope === undefined || Object.hasOwn(this.state.tokens, scope)
  }

  newKey(element: string): string {
    return `${element}:${++this.state.sequence}`
  }

  /** Whether a token is on its way to somewhere in this scope. */
  isAwaited(scope?: string): boolean {
    return this.#queue.some((entry) => entry.scope === scope)
  }

  #stand(node: Node, { key, scope, host, starter, locals }: Arrival, waits: Waiting): void {
    this.state.tokens[key] = {
      element: node.id,
      ...(scope && { scope }),
      ...(host && { host }),
      ...(starter && { starter }),
      ...(locals && { locals }),
      ...waits,
    }
  }

  #enter(entry: Entry): void {
    // what was interrupted meanwhile takes the tokens that were on their way inside it
    if (!this.alive(entry.scope)) return
    const node = this.node(entry.element)
    const { element: _, ...how } = entry
    if (++this.#entries > MOST_ENTRIES) {
      const arrival = { ...how, key: this.newKey(node.id) }
      return this.stall(node, arrival, 'too_many_entries', String(MOST_ENTRIES), { waits: 'entry' })
    }
    if (this.kindOf(node).gather?.(this, node, how) ?? true) this.admit(node, how)
  }

  /** A token enters. */
  admit(node: Node, how: Omit<Arrival, 'key'>): void {
    const again = isRepetition(this.state, node.id, how.scope)
    if (!again) this.mark(node)
    begin(this, node, { ...how, key: this.newKey(node.id) })
  }
}
