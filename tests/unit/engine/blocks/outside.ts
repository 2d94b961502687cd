import type { Command, Event, State } from '#engine/index'

/** What a command of each type begins outside, and who waits for it. */
const BEGUN = ['task', 'activity', 'call', 'timer', 'subscribe', 'listen', 'offer']
export const OUTSIDE = ['task', 'activity', 'call', 'timer', 'message', 'signal', 'choice']

const sorted = (keys: Iterable<string>) => [...keys].sort((a, b) => (a < b ? -1 : 1)).join(' ')

/** What a case has begun outside, as those who only hear its commands know it. */
export class Outside {
  readonly #open = new Set<string>()
  readonly #incidents = new Set<string>()

  /** Hears what a step has ordered; whatever waits in the case must have exactly one thing outside, and the other way round. */
  hear(event: Omit<Event, 'at'>, commands: Command[], { tokens }: State): void {
    for (const command of commands) {
      if (BEGUN.includes(command.type)) this.#open.add((command as { key: string }).key)
      if (command.type === 'incident') this.#incidents.add(command.key)
      if (
        command.type === 'cancel' &&
        !this.#open.delete(command.key) &&
        !this.#incidents.delete(command.key)
      )
        throw new Error(`called off what was not open: ${command.key}`)
    }
    // what has answered is over, if the case no longer waits for it
    const { key } = event as { key?: string }
    if (key !== undefined && !Object.hasOwn(tokens, key)) this.#open.delete(key)
    const live = Object.entries(tokens).flatMap(([key, { waits }]) => (OUTSIDE.includes(waits) ? [key] : []))
    if (sorted(this.#open) !== sorted(live))
      throw new Error(`open outside: ${sorted(this.#open)}; waited for: ${sorted(live)}`)
  }
}
