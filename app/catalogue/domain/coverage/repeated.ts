import type { Branch } from '#catalogue/domain/coverage/branch'
import type { Simulation } from '#catalogue/domain/simulate/result'
import type { Expression } from '#expressions/index'
import type { Graph, LoopPlan } from '#engine/index'

type Kind = Branch['kind']
type Items = Extract<LoopPlan, { over: 'items' }>

/** How often something was done, of how many times, each time that it was left. */
const countsOf = (simulation: Simulation, element: string): [done: number, all: number][] =>
  simulation.commands.flatMap((command) => {
    if (command.type !== 'trace' || command.element !== element) return []
    const { numberOfCompletedInstances: done, numberOfInstances: all } = command.because ?? {}
    return all === undefined ? [] : [[Number(done), Number(all)]]
  })

const traced = ({ commands }: Simulation, element: string, kind: 'again' | 'leave') =>
  commands.some((command) => command.type === 'trace' && command.element === element && command.kind === kind)

const TAKEN: Partial<Record<Kind, (simulation: Simulation, element: string) => boolean>> = {
  again: (simulation, element) => traced(simulation, element, 'again'),
  over: (simulation, element) => traced(simulation, element, 'leave'),
  none: (simulation, element) => countsOf(simulation, element).some(([, all]) => all === 0),
  early: (simulation, element) => countsOf(simulation, element).some(([done, all]) => done < all),
  all: (simulation, element) => countsOf(simulation, element).some(([done, all]) => all > 0 && done === all),
}

/** A list that is written out always has what is written in it. */
const mayBeEmpty = ({ collection: { tree } }: Items) => tree.op !== 'list' || tree.items.length === 0

function waysOf(loop: LoopPlan): [Kind, Expression | null][] {
  // at most one turn is none more
  if (loop.over === 'condition')
    return loop.most === 1 ? [] : [['again', loop.condition], ['over', loop.condition]] // prettier-ignore
  const others: [Kind, Expression | null][] = [
    ...(mayBeEmpty(loop) ? [['none', loop.collection] as [Kind, Expression]] : []),
    ...(loop.until ? [['early', loop.until] as [Kind, Expression]] : []),
  ]
  return others.length > 0 ? [['all', null], ...others] : []
}

/** How often something may be repeated: once more or not; for nothing, to the last, or until it is enough. */
export function* repeatedOf({ nodes }: Graph): Generator<Branch> {
  for (const { id: element, loop } of Object.values(nodes))
    for (const [kind, condition] of loop ? waysOf(loop) : [])
      yield {
        ...{ id: `${element}:${kind}`, kind, element, target: null },
        condition: condition?.source ?? null,
        taken: (simulation) => TAKEN[kind]?.(simulation, element) ?? false,
      }
}

/** What people may begin in a part as they see fit. */
export function* choicesOf({ nodes }: Graph): Generator<Branch> {
  for (const { id: element, data } of Object.values(nodes))
    for (const target of (data as { choices?: string[] } | null)?.choices ?? [])
      yield {
        ...{ id: `${element}:${target}`, kind: 'choice', element, target, condition: null },
        taken: ({ path }) => path.includes(target),
      }
}
