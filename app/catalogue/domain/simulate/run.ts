import { type Command, type Event, advance } from '#engine/index'
import { effectiveAt, nextDue } from '#catalogue/domain/simulate/clock'
import { type SentMessage, takeAwaited } from '#catalogue/domain/simulate/between'
import { FAILED } from '#catalogue/domain/simulate/exchange'
import { carryOut } from '#catalogue/domain/simulate/offices'
import { remind } from '#catalogue/domain/simulate/reminding'
import { keepMoment } from '#catalogue/domain/simulate/timeline'
import type { OpenActivity, World } from '#catalogue/domain/simulate/world'

/** An event without its instant: the world's clock gives it. */
export type Happening = Event extends infer One
  ? One extends Event
    ? Omit<One, 'at' | 'timeZone'>
    : never
  : never

/** A process may go round in circles for ever; a golden case may not. */
const MOST_COMMANDS = 20_000

function exhausted(world: World): boolean {
  if (world.commands.length < MOST_COMMANDS) return false
  const known = world.obstacles.some(({ code }) => code === 'TOO_MUCH')
  if (!known) world.obstacles.push({ code: 'TOO_MUCH', pointer: '', params: { limit: MOST_COMMANDS } })
  return true
}

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
  const { state, commands } = advance(world.procedure.graph, before, event)
  world.state = state
  for (const command of commands) obey(world, command, event)
  keepMoment(world, event, { before, commands })
}

/** The first attempt and its retries; when all fail, the engine learns of it and a person must mend it. */
function attempt(world: World, { key, activity, input, retries }: OpenActivity): void {
  for (let tries = 0; tries <= retries; tries += 1) {
    const left = world.failures.get(activity) ?? 0
    const result = left > 0 ? FAILED : carryOut(world, activity, input)
    if (result !== FAILED) return deliver(world, { type: 'done', key, result })
    world.failures.set(activity, Math.max(0, left - 1))
  }
  deliver(world, { type: 'fail', key, reason: 'simulated' })
}

function obey(world: World, command: Command, event: Event): void {
  world.commands.push(command)
  switch (command.type) {
    case 'task':
      world.tasks.set(command.key, command)
      break
    case 'activity':
      world.pending.push(command)
      break
    case 'timer': {
      const due = command.term ? { term: command.term } : { date: command.date }
      const from = event.type === 'start' ? effectiveAt(world.now, world) : world.now
      world.timers.set(command.key, { key: command.key, suspends: command.suspends, from, due, pauses: [] })
      break
    }
    case 'cancel':
      world.tasks.delete(command.key)
      world.timers.delete(command.key)
      world.incidents.delete(command.key)
      world.calls.delete(command.key)
      world.offers.delete(command.key)
      world.pending = world.pending.filter(({ key }) => key !== command.key)
      break
    case 'phase':
      world.phases.push(command.phase)
      break
    case 'incident':
      world.incidents.set(command.key, command.element)
      world.incidentCount += 1
      break
    case 'trace':
      if (command.kind === 'enter') world.path.push(command.element)
      if (command.kind === 'take' && command.flow) world.flows.push(command.flow)
      break
    case 'call':
      world.calls.set(command.key, command)
      break
    case 'offer':
      world.offers.set(command.key, command)
      break
    case 'send': {
      const { message: name, correlation, payload } = command
      world.thrown.push(name)
      world.sent.push({
        name,
        ...(correlation !== undefined && { correlation }),
        payload: payload as SentMessage['payload'],
      })
      break
    }
    case 'signal':
      world.thrown.push(command.signal)
      break
    case 'listen':
    case 'subscribe':
    case 'end':
      break
  }
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
