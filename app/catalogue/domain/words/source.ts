import type { Expression } from '#expressions/index'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** Where the value of a variable comes from: the element that puts it out, and the member of its result. */
export interface Source {
  element: string
  kind: string
  /** `decision` of a form, `state` of a message. */
  member: string
  /** The form of a task. */
  form: string | null
}

interface WithOutputs {
  form?: string
  outputs?: { name: string; value: Expression }[]
}

/** `result.decision` gives `decision`; what is reckoned from more than that has no one member. */
function memberOf(tree: Expression['tree']): string | null {
  return tree.op === 'path' && tree.of.op === 'name' && tree.of.name === 'result' ? tree.name : null
}

/** The elements that put out a variable just as they were told it, in the order of the drawing. */
export const sourcesOf = ({ graph }: CompiledProcedure, variable: string): Source[] =>
  Object.values(graph.nodes).flatMap(({ id, kind, data }) => {
    const { form = null, outputs = [] } = (data ?? {}) as WithOutputs
    return outputs
      .filter(({ name }) => name === variable)
      .map(({ value }) => memberOf(value.tree))
      .filter((member) => member !== null)
      .map((member) => ({ element: id, kind, member, form }))
  })
