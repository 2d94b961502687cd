import type { Json } from '#core/json'
import { effectiveFiling } from '#deadlines/index'
import { townOn } from '#catalogue/domain/seams/town_names'
import { catchesOutcome, resultOf } from '#catalogue/domain/simulate/between'
import { happen, passTime } from '#catalogue/domain/simulate/run'
import { openWorld } from '#catalogue/domain/simulate/open_world'
import type { World } from '#catalogue/domain/simulate/world'
import type { Step } from '#catalogue/domain/scenario'

type CallStep = Extract<Step, { call: string }>
type Play = (world: World, step: Step, index: number) => void

/** How a called case ended, and what it let those above know before. */
interface Ended {
  outcome: string | null
  error?: string
  variables: Record<string, Json>
  escalated?: string[]
}

/** The case that another had called comes to its end: as it is told, or by the steps of its own procedure. */
export function endCall(world: World, step: CallStep, pointer: string, play: Play): void {
  const found = [...world.calls.values()].find(({ element }) => element === step.call)
  if (!found) {
    const open = [...world.calls.values()].map(({ element }) => element).join(', ') || '-'
    return void world.obstacles.push({
      code: 'CALL_NOT_OPEN',
      pointer: `${pointer}/call`,
      params: { call: step.call, open },
    })
  }
  const { key, element, process, variables } = found
  const ended: Ended | null =
    'steps' in step
      ? carryCalled(world, { process, variables, steps: step.steps, pointer }, play)
      : { outcome: step.outcome, variables: step.gives ?? {} }
  if (!ended) return
  for (const code of ended.escalated ?? []) happen(world, { type: 'escalation', key, code })
  world.calls.delete(key)
  const { outcome, error } = ended
  if (error !== undefined) return happen(world, { type: 'error', key, code: error })
  if (outcome !== null && catchesOutcome(world, element, outcome))
    return happen(world, { type: 'error', key, code: outcome })
  happen(world, { type: 'done', key, result: resultOf(outcome, ended.variables) })
}

/** Plays the called procedure with its own process, from now on; time passes for both. */
function carryCalled(
  world: World,
  called: { process: string; variables: Record<string, Json>; steps: Step[]; pointer: string },
  play: Play
): Ended | null {
  const { process, variables, steps, pointer } = called
  const procedure = world.procedures[process]
  if (!procedure) {
    world.obstacles.push({ code: 'CALL_ELSEWHERE', pointer: `${pointer}/steps`, params: { process } })
    return null
  }
  const { applicant, replies, calendar, now, procedures, spent } = world
  const inner = openWorld(procedure, calendar, { at: now, applicant, replies }, procedures, spent)
  const town = townOn(procedure, effectiveFiling(now, calendar).recordedDate)
  happen(inner, { type: 'start', variables: { ...town, ...variables } })
  steps.forEach((step, index) => play(inner, step, index))
  for (const one of inner.obstacles) world.obstacles.push({ ...one, pointer: `${pointer}${one.pointer}` })
  passTime(world, inner.now)
  const escalated = inner.commands.flatMap((one) => (one.type === 'escalation' ? [one.code] : []))
  if (inner.state?.status === 'ended') return { ...inner.state, escalated }
  world.obstacles.push({ code: 'CALL_NOT_ENDED', pointer: `${pointer}/steps`, params: { process } })
  return null
}
