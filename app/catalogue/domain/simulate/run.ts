import { type Event, MOST_REASONING, advance } from '#engine/index'
import { nextDue } from '#catalogue/domain/simulate/clock'
import { takeAwaited } from '#catalogue/domain/simulate/between'
import { FAILED, Refusal } from '#catalogue/domain/simulate/exchange'
import { obey } from '#catalogue/domain/simulate/obey'
import { carryOut } from '#catalogue/domain/simulate/offices'
import { remind } from '#catalogue/domain/simulate/reminding'
import { exhausted } from '#catalogue/domain/simulate/spent'
import { keepMoment } from '#catalogue/domain/simulate/timeline'
import type { OpenActivity, World } from '#catalogue/domain/simulate/world'

/** An event without its instant: the world's clock gives it. */
export type Happening = Event extends infer One
  ? One extends Event
    ? Omit<One, 'at' | 'timeZone'>
    : never
  : never

/** Lets something happen now, and then everything that follows from it by itself. */
export function happen(world: World, event: Happening): void {
  deliver(world, event)
  while (!exhausted(world)) {
    const activity = world.pending.shift()
    const message = activity ? null : takeAwaited(world)
    if (activity) attempt(world, activity)
    else if (message) deliver(world, { type: 'message', ...message })
    else return
  }
}

function deliver(world: World, happening: Happening): void {
  const event = { ...happening, at: world.now, timeZone: world.calendar.timeZone } as Event
  const before = world.state
  const budget = { left: MOST_REASONING }
  const { state, commands } = advance(world.procedure.graph, before, event, budget)
  world.spent.reasoned += MOST_REASONING - budget.left
  world.state = state
  for (const command of commands) obey(world, command, event)
  keepMoment(world, event, { before, commands })
}

/** The first attempt and its retries; when all fail, the engine learns of it and a person must mend it. */
function attempt(world: World, { key, activity, input, retries }: OpenActivity): void {
  for (let tries = 0; tries <= retries; tries += 1) {
    const left = world.failures.get(activity) ?? 0
    const result = left > 0 ? FAILED : answerOf(world, activity, input)
    if (result instanceof Refusal) return deliver(world, { type: 'error', key, code: result.code })
    if (result !== FAILED) return deliver(world, { type: 'done', key, result })
    world.failures.set(activity, Math.max(0, left - 1))
  }
  deliver(world, { type: 'fail', key, reason: 'simulated' })
}

/** What the scenario has it refuse, or what it comes to. */
function answerOf(world: World, activity: string, input: OpenActivity['input']) {
  const code = world.refusals.get(activity)
  if (code === undefined) return carryOut(world, activity, input)
  world.refusals.delete(activity)
  return new Refusal(code)
}

/** Moves the clock to `instant`, and lets every timer that falls due on the way go off at its own moment. */
export function passTime(world: World, instant: string): void {
  for (let due = nextDue(world, instant); due && !exhausted(world); due = nextDue(world, instant)) {
    remind(world, due.at)
    if (Date.parse(due.at) > Date.parse(world.now)) world.now = due.at
    world.timers.delete(due.timer.key)
    happen(world, { type: 'trigger', key: due.timer.key })
  }
  remind(world, instant)
  if (Date.parse(instant) > Date.parse(world.now)) world.now = instant
}
