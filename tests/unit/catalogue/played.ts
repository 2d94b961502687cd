import { type CompiledProcedure, type Scenario, type Step, compile, simulate } from '#catalogue/index'
import { unwrap } from '#core/result'
import { calendar } from '../../catalogue/calendar.js'
import { smallProcedure } from '../../catalogue/small_procedure.js'
import { graphOf } from '../engine/case.js'

const small = unwrap(await compile(smallProcedure()))
export const golden = small.scenarios['done'] as Scenario

/** The small procedure with another drawing and one golden case of these steps. */
export const drawn = async (xml: string, steps: Step[] = []): Promise<CompiledProcedure> => ({
  ...small,
  graph: await graphOf(xml),
  scenarios: { one: { ...golden, steps } },
})

export const playOf = (procedure: CompiledProcedure) =>
  simulate(procedure, procedure.scenarios['one'] as Scenario, { calendar })

/** Somebody at the desk answers a task. */
export const answered = (task: string, decision = 'yes'): Step => ({
  ...{ task, by: 'case_handler' },
  with: { decision },
})
