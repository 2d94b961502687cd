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

type Tree = Expression['tree']

/** `result.decision` gives `decision`; what is reckoned from more than that has no one member. */
const memberOf = (tree: Tree): string | null =>
  tree.op === 'path' && tree.of.op === 'name' && tree.of.name === 'result' ? tree.name : null

/** What an output may come to: of `if a then b else c`, both. */
const endsOf = (tree: Tree): Tree[] => (tree.op === 'if' ? [tree.yes, tree.no].flatMap(endsOf) : [tree])

/** The elements that put out a variable just as they were told it, in the order of the drawing; or one that it is a copy of. */
export const sourcesOf = (
  { graph }: Pick<CompiledProcedure, 'graph'>,
  variable: string,
  passed: readonly string[] = []
): Source[] =>
  Object.values(graph.nodes).flatMap(({ id, kind, data }) => {
    const { form = null, outputs = [] } = (data ?? {}) as WithOutputs
    return outputs
      .filter(({ name }) => name === variable)
      .flatMap(({ value }) => endsOf(value.tree))
      .flatMap((tree) => {
        const member = memberOf(tree)
        if (member !== null) return [{ element: id, kind, member, form }]
        const copied = tree.op === 'name' && ![variable, ...passed].includes(tree.name)
        return copied ? sourcesOf({ graph }, tree.name, [...passed, variable]) : []
      })
  })
