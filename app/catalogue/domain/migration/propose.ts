import type { Node } from '#engine/index'
import { standing } from '#catalogue/domain/migration/places'
import type { Instruction, MigrationPlan } from '#catalogue/domain/migration/types'
import { leafAt } from '#catalogue/domain/texts'
import type { CompiledProcedure } from '#catalogue/domain/types'

const SCHEMA = '/schemas/migration.json'

/** What people call it, in every language; null where nobody does. */
function nameOf({ texts }: CompiledProcedure, id: string): string | null {
  const words = Object.entries(texts).flatMap(([lang, tree]) => {
    const leaf = leafAt(tree, id)
    return typeof leaf === 'string' ? [`${lang} ${leaf}`] : []
  })
  return words.length > 0 ? words.sort().join('\n') : null
}

/** The one that is called the same, if there is exactly one that nothing else leads to. */
function namesake(from: CompiledProcedure, to: CompiledProcedure, node: Node, taken: Set<string>) {
  const name = nameOf(from, `tasks.${node.id}`)
  const found = standing(to).filter(
    ({ id, kind }) =>
      kind === node.kind && !taken.has(id) && name !== null && nameOf(to, `tasks.${id}`) === name
  )
  return found.length === 1 ? (found[0] as Node) : null
}

function elementsOf(from: CompiledProcedure, to: CompiledProcedure): Instruction[] {
  const same = (node: Node) => to.graph.nodes[node.id]?.kind === node.kind
  const taken = new Set(
    standing(from)
      .filter(same)
      .map(({ id }) => id)
  )
  return standing(from).flatMap((node): Instruction[] => {
    if (same(node)) return [{ from: node.id, to: node.id }]
    const found = namesake(from, to, node, taken)
    if (!found) return []
    taken.add(found.id)
    return [{ from: node.id, to: found.id }]
  })
}

function phasesOf(from: CompiledProcedure, to: CompiledProcedure): { from: string; to: string }[] {
  const gone = from.phases.filter((phase) => !to.phases.includes(phase))
  return gone.flatMap((phase) => {
    const name = nameOf(from, `phases.${phase}`)
    const called = to.phases.filter((one) => name !== null && nameOf(to, `phases.${one}`) === name)
    return called.length === 1 ? [{ from: phase, to: called[0] as string }] : []
  })
}

/**
 * What a plan could be: each element goes on at the one of its kind with its id, else at the only one with its name. What
 * is left out is for a person to say: until then a case that waits there stays.
 */
export function proposePlan(
  from: CompiledProcedure,
  to: CompiledProcedure,
  reason: MigrationPlan['reason'] = {}
): MigrationPlan {
  const phases = phasesOf(from, to)
  return {
    $schema: SCHEMA,
    from: from.digest,
    to: to.digest,
    reason,
    elements: elementsOf(from, to).sort((a, b) => (a.from < b.from ? -1 : 1)),
    ...(phases.length > 0 && { phases }),
  }
}
