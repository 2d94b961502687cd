import { choicesOf, repeatedOf } from '#catalogue/domain/coverage/repeated'
import { rulesOf } from '#catalogue/domain/coverage/rules'
import type { Graph } from '#engine/index'
import type { Simulation } from '#catalogue/domain/simulate/result'
import type { CompiledForm } from '#forms/index'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** Somewhere a case may go one way or another: a way of a gateway, an event, a rule of a decision, a turn of a repetition, a choice, a condition of a form. */
export interface Branch {
  /** The element, or `<form>.<field>`, with the way: unique in a procedure. */
  id: string
  kind:
    | 'condition'
    | 'default'
    | 'race'
    | 'event'
    | 'start'
    | 'rule'
    | 'shown'
    | 'hidden'
    | 'again'
    | 'over'
    | 'none'
    | 'early'
    | 'all'
    | 'choice'
  /** The gateway, event, field or page that it is of. */
  element: string
  /** Where it leads; null where it leads nowhere by itself. */
  target: string | null
  /** As its author wrote it. */
  condition: string | null
  /** Whether a case of this kind went by it. */
  taken(simulation: Simulation): boolean
}

const DECIDES = ['exclusive_gateway', 'inclusive_gateway']
const RACES = ['event_gateway']

function* waysOf({ nodes, flows }: Graph): Generator<Branch> {
  for (const flow of Object.values(flows)) {
    const { kind, outgoing } = nodes[flow.source] ?? { kind: '', outgoing: [] }
    const races = RACES.includes(kind)
    if (outgoing.length < 2 || !(races || DECIDES.includes(kind))) continue
    yield {
      id: flow.id,
      kind: races ? 'race' : flow.condition ? 'condition' : 'default',
      element: flow.source,
      target: flow.target,
      condition: flow.condition?.source ?? null,
      taken: ({ flows: taken }) => taken.includes(flow.id),
    }
  }
}

/** No token comes to an event that names what undoes its host: it is taken when that is done. */
const handlerOf = ({ nodes }: Graph, border: string): string | undefined =>
  nodes[border]?.kind === 'compensation_boundary'
    ? Object.values(nodes).find(({ boundaries }) => boundaries.includes(border))?.undoneBy
    : undefined

/** Events that sit on something, and beginnings beside the one that a filing takes. */
function* eventsOf(graph: Graph): Generator<Branch> {
  for (const node of Object.values(graph.nodes)) {
    const boundary = node.kind.endsWith('_boundary')
    const starts = node.incoming.length === 0 && node.kind.endsWith('_start') && node.id !== graph.start
    if (!boundary && !starts) continue
    yield {
      id: node.id,
      kind: boundary ? 'event' : 'start',
      element: node.id,
      target: graph.flows[node.outgoing[0] ?? '']?.target ?? null,
      condition: null,
      taken: ({ path }) => path.includes(handlerOf(graph, node.id) ?? node.id),
    }
  }
}

const pageOf = ({ pages }: CompiledForm, id: string) => pages.find((page) => page.id === id)

/** What a condition of a form shows and hides. */
function* partsOf({ forms }: CompiledProcedure): Generator<Branch> {
  for (const form of Object.values(forms)) {
    const parts = [
      ...form.pages.map(({ id, visible }) => ({ part: 'page', name: id, visible })),
      ...Object.values(form.fields)
        // on a page that is shown by the same condition it always shows
        .filter(({ page, visible }) => visible?.source !== pageOf(form, page)?.visible?.source)
        .map(({ name, visible }) => ({ part: 'field', name, visible })),
    ]
    for (const { part, name, visible } of parts)
      for (const is of visible ? [true, false] : [])
        yield {
          id: `${form.id}.${name}:${is ? 'shown' : 'hidden'}`,
          kind: is ? 'shown' : 'hidden',
          element: `${form.id}.${name}`,
          target: null,
          condition: visible?.source ?? null,
          taken: ({ shown }) =>
            shown.some(
              (one) => one.form === form.id && one.part === part && one.name === name && one.shown === is
            ),
        }
  }
}

/** All the branches of a procedure, in the order of its drawing and its forms. */
export const branchesOf = (procedure: CompiledProcedure): Branch[] => [
  ...waysOf(procedure.graph),
  ...eventsOf(procedure.graph),
  ...rulesOf(procedure.graph),
  ...repeatedOf(procedure.graph),
  ...choicesOf(procedure.graph),
  ...partsOf(procedure),
]
