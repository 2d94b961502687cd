import { type Done, leftBetween } from '#cases/domain/migration/done_by_move'
import type { Move, Route } from '#cases/domain/migration/types'
import { standsOn } from '#cases/domain/migration/undo'
import type { Waits } from '#cases/domain/migration/waits'
import type { CaseEventRow } from '#cases/types'
import type { Command, State } from '#engine/index'

/** A case between its versions. */
export interface Moving<Case extends { workflow: State } = { workflow: State }> {
  caseFile: Case
  waits: Waits
  planned: Move
  route: Route
}

/** Its line of history: which versions, by which plan, and where it stands. Public where somebody outside is asked anew. */
export function versionLine(step: CaseEventRow, moving: Moving, anew: Command[]): CaseEventRow {
  const { planned, route } = moving
  const stands = standsOn(planned.state)
  const { digest: plan, from, to } = route
  const data = {
    ...{ ...step.data, from: from.digest, to: to.digest, plan, stands, again: timersAgain(anew, route) },
    ...{ class: planned.class, ...doneBy(moving) },
  }
  return { ...step, kind: 'version_changed', public: asksCitizen(planned, route), data }
}

/** What a move does to a case. */
export const doneBy = ({ caseFile, waits, planned, route }: Moving): Done => ({
  left: leftBetween(caseFile.workflow, planned.state, waits.timers),
  begun: begunIn(caseFile, route),
  asked: planned.asked,
})

/** What was begun in the place of something that it gave up. */
const begunIn = ({ workflow }: Moving['caseFile'], { migration }: Route): string[] =>
  Object.values(workflow.tokens).flatMap(({ element }) => {
    const target = migration.elements.get(element)
    return target && 'begin' in target ? [target.begin] : []
  })

/** Whether somebody outside the town hall is asked anew. */
const asksCitizen = ({ asked }: Move, { to }: Route): boolean =>
  asked.some((element) => to.graph.nodes[element]?.role === 'citizen')

const timersAgain = (anew: Command[], { plan }: Route): string[] =>
  anew.flatMap((command) =>
    command.type === 'timer' &&
    plan.timers?.some((one) => one.element === command.element && one.count === 'again')
      ? [command.key]
      : []
  )
