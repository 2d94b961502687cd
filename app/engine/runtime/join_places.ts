import type { Graph } from '#engine/graph'
import type { State } from '#engine/state'

type Joins = State['joins']

interface JoinFault {
  code: 'join_gone' | 'join_complete'
  join: string
  flow: string
}

const scopeOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')))
const joinOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

/** Where tokens that wait before joins stand in another graph, flow by flow. */
export class JoinPlaces {
  constructor(
    readonly from: Graph,
    readonly to: Graph,
    readonly target: (element: string) => string | null
  ) {}

  /** The flow between the same two elements; the one with the same id, if it leads to the same. */
  flow(id: string): string | null {
    const before = this.from.flows[id]
    if (!before) return null
    const [source, target] = [this.target(before.source), this.target(before.target)]
    if (target === null) return null
    if (this.to.flows[id]?.target === target) return id
    const found = Object.values(this.to.flows).filter((one) => one.source === source && one.target === target)
    return found.length === 1 ? (found[0]?.id ?? null) : null
  }

  carried(joins: Joins): Joins {
    return Object.fromEntries(
      Object.entries(joins).map(([key, counts]) => {
        const join = this.target(joinOf(key)) ?? joinOf(key)
        const scope = scopeOf(key)
        const moved = Object.entries(counts).map(([flow, count]) => [this.flow(flow) ?? flow, count])
        return [scope ? `${scope}/${join}` : join, Object.fromEntries(moved)]
      })
    )
  }

  /** Joins that are no more, lack a flow somebody waits on, or would find all their branches there at once. */
  faults(joins: Joins, gone: ReadonlySet<string>): JoinFault[] {
    return Object.entries(joins).flatMap(([key, counts]): JoinFault[] => {
      if (gone.has(scopeOf(key))) return []
      const join = joinOf(key)
      const node = this.to.nodes[this.target(join) ?? '']
      if (!node || node.kind !== this.from.nodes[join]?.kind) return [{ code: 'join_gone', join, flow: '' }]
      const waiting = Object.keys(counts).filter((flow) => (counts[flow] ?? 0) > 0)
      const lost = waiting.filter((flow) => this.flow(flow) === null)
      if (lost.length > 0) return lost.map((flow) => ({ code: 'join_gone', join, flow }))
      const here = new Set(waiting.map((flow) => this.flow(flow)))
      const complete = node.incoming.every((flow) => here.has(flow))
      const was = this.from.nodes[join]?.incoming.every((flow) => waiting.includes(flow)) ?? false
      return complete && !was ? [{ code: 'join_complete', join, flow: '' }] : []
    })
  }
}
