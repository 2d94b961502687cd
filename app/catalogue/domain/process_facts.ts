import type { Expression } from '#expressions/index'
import type { Graph } from '#engine/index'
import { ACTIVITIES } from '#catalogue/domain/vocabulary'

interface Mapping {
  name: string
  value: Expression
}

/** What the catalogue looks for in an element, whatever its kind. */
interface ElementData {
  activity?: string
  form?: string
  message?: string
  outcome?: string | null
  inputs?: Mapping[]
  outputs?: Mapping[]
  due?: { term?: { amount: number; unit: string } }
}

export interface ActivityUse {
  element: string
  activity: string
  inputs: Mapping[]
  outputs: Mapping[]
}

/** What a process names outside itself, to be held against the other documents. */
export interface ProcessFacts {
  /** In the order of the drawing. */
  phases: string[]
  outcomes: string[]
  /** Elements that people read by name: tasks, activities, calls and parts to choose in. */
  tasks: string[]
  forms: string[]
  /** Those that are waited for, and those that are sent. */
  messages: { element: string; message: string; sent: boolean }[]
  activities: ActivityUse[]
  /** Tasks whose form begins with something: the names of what they are given. */
  begun: { element: string; form: string; names: string[] }[]
  /** Variables that some element writes. */
  variables: string[]
  /** Timers with a fixed term, and the activities that they lead to at once. */
  terms: { element: string; term: { amount: number; unit: string }; leadsTo: string[] }[]
  /** Tasks of the citizen that a timer watches: they have a last day. */
  answersUntil: string[]
}

/** The kinds of elements that send a message to another case. */
const SENDS = ['message_throw', 'message_end']

/** A person does it, or the house or another procedure does it and a person may have to look after it. */
const isRead = ({ kind, data }: { kind: string; data: ElementData }): boolean =>
  Boolean(data.form || data.activity) || ['manual_task', 'call_activity', 'ad_hoc_sub_process'].includes(kind)

const LITERAL = /^"([^"\\]*)"$/

/** The text of an expression that is nothing but a text, else null. */
export const literal = (expression: Expression): string | null =>
  LITERAL.exec(expression.source.trim())?.[1] ?? null

const unique = (values: (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
]

export function processFacts(graph: Graph): ProcessFacts {
  const nodes = Object.values(graph.nodes).map((node) => ({
    ...node,
    data: (node.data ?? {}) as ElementData,
  }))
  const activityOf = (flow: string) => {
    const target = graph.nodes[graph.flows[flow]?.target ?? '']
    return ((target?.data ?? {}) as ElementData).activity
  }
  const isTimer = (id: string) => graph.nodes[id]?.kind === 'timer_boundary'
  return {
    phases: unique(nodes.map(({ phase }) => phase)),
    outcomes: unique(nodes.map(({ data }) => data.outcome)),
    tasks: nodes.filter(isRead).map(({ id }) => id),
    forms: unique(nodes.map(({ data }) => data.form)),
    messages: nodes.flatMap(({ id, kind, data }) =>
      data.message ? [{ element: id, message: data.message, sent: SENDS.includes(kind) }] : []
    ),
    activities: nodes.flatMap(({ id, data }) =>
      data.activity && Object.hasOwn(ACTIVITIES, data.activity)
        ? [{ element: id, activity: data.activity, inputs: data.inputs ?? [], outputs: data.outputs ?? [] }]
        : []
    ),
    begun: nodes.flatMap(({ id, data: { form, inputs = [] } }) =>
      form && inputs.length > 0 ? [{ element: id, form, names: inputs.map(({ name }) => name) }] : []
    ),
    variables: unique(nodes.flatMap(({ data }) => (data.outputs ?? []).map(({ name }) => name))),
    answersUntil: nodes
      .filter(({ role, data, boundaries }) => role === 'citizen' && data.form && boundaries.some(isTimer))
      .map(({ id }) => id),
    terms: nodes.flatMap(({ id, data, outgoing }) =>
      data.due?.term ? [{ element: id, term: data.due.term, leadsTo: unique(outgoing.map(activityOf)) }] : []
    ),
  }
}
