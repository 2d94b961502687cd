import type { Json } from '#core/json'
import type { Command, Event } from '#engine/index'

/** What a step did, in a few words: one line of the history a step, however many nodes it passed. */
export function stepData(event: Event, commands: Command[]): Record<string, Json> {
  const data: Record<string, Json> = { event: eventName(event), entered: [] as Json[] }
  const entered = data['entered'] as Json[]
  const taken: Json[] = []
  const cancelled: Json[] = []
  const because: Record<string, Json> = {}
  for (const command of commands) {
    if (command.type === 'trace' && command.kind === 'enter') entered.push(command.element)
    if (command.type === 'trace' && command.kind === 'take' && command.flow) {
      taken.push(command.flow)
      if (command.because && Object.keys(command.because).length) because[command.flow] = command.because
    }
    if (command.type === 'cancel') cancelled.push(command.key)
    if (command.type === 'phase') data['phase'] = command.phase
    if (command.type === 'end') data['outcome'] = command.outcome
    if (command.type === 'incident') {
      const { code, element, detail } = command
      data['incident'] = code
      // what a service said when it failed is kept with the incident alone
      data['stopped'] = { element, ...(!BY_SERVICE.includes(code) && { detail }) }
      if (command.because && Object.keys(command.because).length) because[element] = command.because
    }
  }
  if (taken.length) data['taken'] = taken
  if (Object.keys(because).length) data['because'] = because
  if (event.type === 'modify') data['placed'] = event.activate.map(({ element }) => element)
  if ('code' in event) data['code'] = event.code
  if (event.type === 'signal') data['signal'] = event.name
  if (cancelled.length) data['cancelled'] = cancelled
  return data
}

const BY_SERVICE = ['activity_failed', 'call_failed']

function eventName(event: Event): string {
  if (event.type === 'message') return `message ${event.name}`
  return 'key' in event && event.key ? `${event.type} ${event.key}` : event.type
}
