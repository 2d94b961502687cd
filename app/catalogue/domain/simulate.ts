import { type Calendar, deadline, effectiveFiling } from '#deadlines/index'
import { amountOf } from '#payments/domain/cents'
import { feeOf } from '#catalogue/domain/fee_of'
import { carry } from '#catalogue/domain/seams/carry'
import { townOn } from '#catalogue/domain/seams/town_names'
import { mayBeAnonymous } from '#catalogue/domain/may_be_anonymous'
import { startVariables } from '#catalogue/domain/start_variables'
import { accepted } from '#catalogue/domain/simulate/form_answers'
import { givenBackIn } from '#catalogue/domain/simulate/giving_back'
import { calendarOf } from '#catalogue/domain/simulate/own_calendar'
import { noteUnloaded } from '#catalogue/domain/simulate/clock'
import { happen } from '#catalogue/domain/simulate/run'
import { doStep, registerIncoming } from '#catalogue/domain/simulate/steps'
import type { Simulation } from '#catalogue/domain/simulate/result'
import { openWorld } from '#catalogue/domain/simulate/open_world'
import type { Obstacle, World } from '#catalogue/domain/simulate/world'
import type { Scenario } from '#catalogue/domain/scenario'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** The procedure as the scenario's town offers it: with what it has filled in. */
function inTownOf(
  { town }: Scenario,
  published: CompiledProcedure
): { procedure: CompiledProcedure; obstacles: Obstacle[] } {
  if (!town?.fees && !town?.values) return { procedure: published, obstacles: [] }
  const carried = carry(published, { tables: town.fees, values: town.values })
  if (carried.ok) return { procedure: carried.value, obstacles: [] }
  const obstacles = carried.error.map(({ code, pointer }) => ({
    code: 'TOWN_VALUES',
    pointer: `/town${pointer.replace(/^\/tables/, '/fees')}`,
    params: { code },
  }))
  return { procedure: published, obstacles }
}

/** What a simulation is played with beside the procedure itself. */
export interface Surroundings {
  calendar: Calendar
  /** The procedures that it may call, by their slugs. */
  procedures?: Record<string, CompiledProcedure>
}

/** What is filed: answers that the forms let in, registered, with their fee. */
function file(world: World, { answers: given, applicant }: Scenario): void {
  const { procedure } = world
  const filedOn = effectiveFiling(world.now, world.calendar).recordedDate
  const answers = accepted(world, procedure.sheet.submissionForm, given, '/answers')
  if (Object.hasOwn(procedure.templates, 'filing')) world.documents.push('filing')
  registerIncoming(world)
  const fee = feeOf(procedure, answers, filedOn, world.calendar)
  if (!fee.ok)
    world.obstacles.push({ code: 'FEE_NOT_RECKONED', pointer: '/answers', params: { at: fee.error.at } })
  const [values, anonymous] = [townOn(procedure, filedOn), applicant === null]
  if (anonymous && !mayBeAnonymous(procedure.sheet, values))
    world.obstacles.push({ code: 'NOT_ANONYMOUS', pointer: '/applicant', params: {} })
  const fees = fee.ok ? fee.value : null
  const variables = startVariables(procedure.sheet, { answers, fee: fees, values, anonymous })
  const { term } = procedure.sheet
  if (term) noteUnloaded(deadline(term, world.countsFrom, world.calendar), world)
  happen(world, { type: 'start', variables })
}

/** What nobody files begins by a message, a signal or a date. */
function begin(world: World, { element, variables = {} }: NonNullable<Scenario['begins']>): void {
  const { procedure, now, calendar } = world
  if (!procedure.graph.starts.some((start) => start.element === element))
    return void world.obstacles.push({
      code: 'NO_BEGINNING',
      pointer: '/begins/element',
      params: { element },
    })
  const values = townOn(procedure, effectiveFiling(now, calendar).recordedDate)
  happen(world, { type: 'start', element, variables: { ...values, ...variables } })
}

/** Plays a golden case from its filing to its last step, under the calendar of a town. */
export function simulate(
  published: CompiledProcedure,
  scenario: Scenario,
  { calendar, procedures }: Surroundings
): Simulation {
  const { procedure, obstacles } = inTownOf(scenario, published)
  const world = openWorld(procedure, calendarOf(scenario, calendar), scenario, procedures)
  world.obstacles.push(...obstacles)
  if (scenario.begins) begin(world, scenario.begins)
  else file(world, scenario)
  scenario.steps.forEach((step, index) => doStep(world, step, index))
  return {
    timeline: world.timeline,
    path: world.path,
    phases: world.phases,
    phase: world.state?.phase ?? null,
    outcome: world.state?.outcome ?? null,
    ended: world.state?.status === 'ended',
    commands: world.commands,
    documents: world.documents,
    entries: world.entries,
    notifications: world.notifications.length,
    notices: world.notices,
    fee: world.payments.at(-1)?.total ?? null,
    orders: world.payments.map(({ total, open, paid, back }) => ({ total, open, paid, back })),
    givenBack: givenBackIn(world) === 0 ? null : amountOf(givenBackIn(world)),
    reminders: world.reminders,
    incidents: world.incidentCount,
    flows: [...new Set(world.flows)],
    shown: [...world.shown.values()],
    variables: world.state?.variables ?? {},
    obstacles: world.obstacles,
    unloaded: [...world.unloaded].sort(),
  }
}
