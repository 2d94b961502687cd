import type { Scenario, Step } from '#catalogue/types'
import { effectiveFiling } from '#deadlines/index'
import { calendarOf } from '#tenancy/queries/calendar'
import type { OpenOffice } from '#tests/support/filing'
import { Stage } from '#tests/support/scenario'

const DAY = 86_400_000

/** A golden case of the catalogue, begun some days ago, played until a step. */
export interface Story {
  scenario: string
  daysAgo?: number
  until?: (step: Step) => boolean
}

/** Plays a story in a town; answers the id of its case. */
export async function tell(office: OpenOffice, { scenario, daysAgo = 0, until = () => false }: Story) {
  const golden = office.procedure.scenarios[scenario]!
  const at = await workingDay(office.town.id, daysAgo)
  const end = golden.steps.findIndex(until)
  const told: Scenario = {
    ...golden,
    at,
    steps: golden.steps.slice(0, end < 0 ? undefined : end).filter((step) => !('advance' in step)),
  }
  return (await new Stage(office, office.procedure, told).play()).caseId
}

/** Golden cases are filed on a working day, and so is each story but today's. */
async function workingDay(townId: string, daysAgo: number): Promise<string> {
  const at = new Date(Date.now() - daysAgo * DAY - 60_000).toISOString()
  const { closedDay, effectiveAt } = effectiveFiling(at, await calendarOf(townId))
  return daysAgo > 0 && closedDay ? effectiveAt : at
}
