import { FAILED } from '#catalogue/domain/simulate/exchange'
import { termToResolve } from '#catalogue/domain/simulate/clock'
import { timersOf } from '#catalogue/domain/simulate/extending'
import type { World } from '#catalogue/domain/simulate/world'
import type { Json } from '#core/json'
import { deadline, effectiveFiling } from '#deadlines/index'

/** Declares a case urgent as the house does (Law 39/2015, art. 33): what the law does not allow fails. */
export function declareUrgentSimulated(world: World, { reason }: Record<string, Json>): Json | typeof FAILED {
  const { calendar, countsFrom, extension, now } = world
  if (world.urgent || typeof reason !== 'string' || !reason.trim()) return FAILED
  const runs = !world.termMet && world.silence === null
  const term = runs ? termToResolve({ ...world, urgent: true }) : null
  const pauses = world.pauses.filter(({ to }) => to !== null)
  const lastDay = term && deadline(term, countsFrom, calendar, { extension, pauses }).lastDay
  if (lastDay && lastDay < effectiveFiling(now, calendar).recordedDate) return FAILED
  if (runs) for (const timer of timersOf(world, null)) timer.urgent = true
  world.urgent = true
  return { lastDay: pauses.length < world.pauses.length ? null : lastDay }
}
