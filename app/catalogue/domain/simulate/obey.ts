import { followsFrom } from '#deadlines/index'
import type { Command, Event } from '#engine/index'
import type { SentMessage } from '#catalogue/domain/simulate/between'
import { effectiveAt } from '#catalogue/domain/simulate/clock'
import type { World } from '#catalogue/domain/simulate/world'

/** Does in the world what the engine asks for, or keeps it until it can be done. */
export function obey(world: World, command: Command, event: Event): void {
  world.commands.push(command)
  switch (command.type) {
    case 'task':
      world.tasks.set(command.key, command)
      break
    case 'activity':
      world.pending.push(command)
      break
    case 'timer': {
      const { key, term, suspends, unhurried, follows } = command
      const due = term ? { term } : { date: command.date, through: command.through }
      const now = event.type === 'start' ? effectiveAt(world.now, world) : world.now
      const from = term && follows ? followsFrom(term, now, world.calendar.timeZone) : now
      const urgent = world.urgent && !unhurried
      world.timers.set(key, { key, suspends, from, due, urgent, pauses: [] })
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
    case 'escalation':
      world.thrown.push(command.code)
      break
    case 'listen':
    case 'subscribe':
    case 'end':
      break
  }
}
