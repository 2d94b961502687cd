import type { Graph, Node } from '#engine/graph'
import type { Migration, MigrationFault, Target } from '#engine/migration'
import { faultsOfPlace } from '#engine/runtime/place_faults'
import { JoinPlaces } from '#engine/runtime/join_places'
import { isRepetition, tokensByAge } from '#engine/runtime/tokens'
import { carriedUndoings, lostUndoings } from '#engine/runtime/undone_places'
import { starters, watchers } from '#engine/runtime/watchers'
import type { State, Token, Undo } from '#engine/state'

/** A token that goes on, and the node where. */
export interface Place {
  key: string
  token: Token
  node: Node
}

/** Where everything of a case stands in another graph, and what has no place there. */
export class Places {
  readonly kept: Place[] = []
  /** The tokens that go on nowhere; what depends on them goes with them. */
  readonly given: { key: string; token: Token; begin: string | null }[] = []
  readonly faults: MigrationFault[] = []
  readonly #joins: JoinPlaces
  readonly #gone = new Set<string>()

  constructor(
    readonly from: Graph,
    readonly to: Graph,
    readonly state: State,
    readonly migration: Migration
  ) {
    this.#joins = new JoinPlaces(from, to, this.target)
    if (state.status === 'ended') this.#fault('ended', '', '')
    for (const [key, token] of tokensByAge(state)) this.#place(key, token)
    for (const place of this.kept)
      this.faults.push(...faultsOfPlace(place, { from, to, around: (key) => this.at(key) }))
    for (const { key, token, begin } of this.given)
      if (begin && this.to.nodes[begin]?.scope !== (this.at(token.scope)?.node.id ?? null))
        this.#fault('other_scope', key, token.element, begin)
    for (const { code, join, flow } of this.#joins.faults(state.joins, this.#gone))
      this.#fault(code, '', join, flow)
    for (const element of lostUndoings(state.compensations, this)) this.#fault('undoing_gone', '', element)
    if (phaseIn(to, migration, state.phase) === undefined)
      this.#fault('phase_unknown', '', '', state.phase ?? '')
  }

  /** The place of a key, if it goes on. */
  at(key: string | undefined): Place | undefined {
    return this.kept.find((place) => place.key === key)
  }

  /** The same state, told in the words of the other graph. */
  carried(draft: State): State {
    for (const { key, token, node } of this.kept) {
      const { flow, undo } = token
      draft.tokens[key] = {
        ...token,
        element: node.id,
        ...(flow !== undefined && { flow: this.#joins.flow(flow) ?? node.incoming[0] ?? flow }),
        ...(undo && {
          undo: undo.map((one): Undo => ({ ...one, element: this.target(one.element) ?? one.element })),
        }),
      }
    }
    draft.joins = this.#joins.carried(draft.joins)
    draft.phase = phaseIn(this.to, this.migration, draft.phase) ?? null
    if (draft.compensations) draft.compensations = carriedUndoings(draft.compensations, this)
    return draft
  }

  /** The events that watch a place in the other graph, and watched nothing of it before: what once fired stays so. */
  unwatched({ token, node }: Place): string[] {
    const stopped = token.incident && !['task', 'activity', 'call', 'many'].includes(token.waits)
    // what is repeated is watched as a whole
    if (stopped || token.starter || isRepetition(this.state, token.element, token.scope)) return []
    return this.#fresh(
      watchers(this.from, this.from.nodes[token.element], token),
      watchers(this.to, node, token)
    )
  }

  /** The start events that may begin something in a scope only from now on; none where one has interrupted it. */
  unstarted(scope?: string): string[] {
    const inside = Object.values(this.state.tokens).filter((token) => token.scope === scope)
    if (inside.some(({ interrupted }) => interrupted)) return []
    const [before, now] = [scope && this.state.tokens[scope]?.element, this.at(scope)?.node.id]
    return this.#fresh(starters(this.from, before ?? ''), starters(this.to, now ?? ''))
  }

  /** Where an element goes on, or would: by its instruction, else by its own id where the kind is the same. */
  readonly target = (element: string): string | null => {
    const said = this.migration.elements.get(element)
    if (said) return 'to' in said ? said.to : null
    const [before, now] = [this.from.nodes[element], this.to.nodes[element]]
    return before && now && before.kind === now.kind ? element : null
  }

  #fresh(before: string[], now: string[]): string[] {
    const known = before.map(this.target)
    return now.filter((element) => !known.includes(element))
  }

  #place(key: string, token: Token): void {
    if ((token.scope && this.#gone.has(token.scope)) || (token.host && this.#gone.has(token.host)))
      return void this.#gone.add(key)
    const said = this.migration.elements.get(token.element) ?? this.#vanished(token)
    if (!said) return this.#fault('no_target', key, token.element)
    if ('begin' in said || said.to === null) {
      this.#gone.add(key)
      return void this.given.push({ key, token, begin: 'begin' in said ? said.begin : null })
    }
    const node = Object.hasOwn(this.to.nodes, said.to) ? this.to.nodes[said.to] : undefined
    if (node && this.from.nodes[token.element]?.kind === node.kind) this.kept.push({ key, token, node })
    else this.#fault('other_kind', key, token.element, said.to)
  }

  /** An event that watched something, and is no more, is given up without a word. */
  #vanished({ host, starter, element }: Token): Target | undefined {
    return (host ?? starter) && !Object.hasOwn(this.to.nodes, element) ? { to: null } : undefined
  }

  #fault(code: MigrationFault['code'], key: string, element: string, detail = ''): void {
    this.faults.push({ code, key, element, detail })
  }
}

/** Undefined where the phase of the case is none of the other graph. */
function phaseIn({ nodes }: Graph, { phases }: Migration, phase: string | null): string | null | undefined {
  if (phase === null) return null
  const named = phases?.get(phase) ?? phase
  return Object.values(nodes).some((node) => node.phase === named) ? named : undefined
}
