import type { LockedCase } from '#cases/queries/locked_case'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { Graph, State } from '#engine/index'

/** A part of a case whose steps people begin as they see fit. */
export interface OpenPart {
  key: string
  element: string
  /** Who may close it: whoever may begin something in it. */
  roles: string[]
  /** What can be begun now, each with the role that it is of. */
  steps: { element: string; role: string }[]
  /** How often something has been begun in it: who chooses says what they saw. */
  begun: number
  /** Something in it is open: it can't be closed yet. */
  busy: boolean
}

interface AdHoc {
  choices: string[]
  sequential: boolean
}

/** What of a case is open to be chosen from, as it stands. */
export const openPartsIn = (graph: Graph, { tokens }: State): OpenPart[] =>
  Object.entries(tokens)
    .filter(([, { waits }]) => waits === 'choice')
    .map(([key, { element, begun = 0 }]) => {
      const { choices, sequential } = graph.nodes[element]!.data as AdHoc
      const busy = Object.values(tokens).some(({ scope }) => scope === key)
      const all = choices.map((id) => ({ element: id, role: graph.nodes[id]?.role ?? '' }))
      return {
        ...{ key, element, begun, busy, roles: [...new Set(all.map(({ role }) => role))] },
        steps: sequential && busy ? [] : all,
      }
    })

export async function openPartsOf({ digest, workflow }: LockedCase): Promise<OpenPart[]> {
  return openPartsIn((await frozenProcedure(digest)).graph, workflow)
}
