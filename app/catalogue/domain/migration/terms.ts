import { differ } from '#catalogue/domain/migration/same_form'
import type { MigrationPlan } from '#catalogue/domain/migration/types'
import type { CompiledProcedure } from '#catalogue/domain/types'
import { type Term, termText } from '#deadlines/index'

/** How long something waits, as it is drawn: a term, a date, or what is reckoned when it begins. */
export interface DrawnDue {
  term?: Term
  date?: string
  expression?: { source: string }
}

/** A term that is another in the version that cases move to, and what becomes of one that runs. */
export interface TermChange {
  /** The timer, in each version. */
  from: string
  to: string
  before: DrawnDue
  now: DrawnDue
  /** `kept`: it runs on as it was counted. */
  count: 'kept' | 'again' | 'anew'
  ground: string
}

/** The terms that go on and differ between two versions. */
export function termsBetween(
  from: CompiledProcedure,
  to: CompiledProcedure,
  plan: Pick<MigrationPlan, 'elements' | 'timers'>
): TermChange[] {
  const due = ({ graph }: CompiledProcedure, id: string) =>
    (graph.nodes[id]?.data as { due?: DrawnDue } | null | undefined)?.due
  return plan.elements.flatMap(({ from: element, to: target }) => {
    if (!target) return []
    const [before, now] = [due(from, element), due(to, target)]
    if (!before || !now || !differ(before, now)) return []
    const said = plan.timers?.find((one) => one.element === target)
    const { count = 'kept', ground = '' } = said ?? {}
    return [{ from: element, to: target, before, now, count, ground }]
  })
}

/** A term as its author wrote it. */
export const drawnText = ({ term, date, expression }: DrawnDue): string =>
  term ? termText(term) : (date ?? `= ${expression?.source ?? ''}`)
