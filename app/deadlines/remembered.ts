import type { Calendar } from '#deadlines/types'

/** On one day the same terms are counted over and over: so many of a calendar are kept. */
const MOST = 256

/**
 * Keeps what was counted by a calendar under a key. A count depends on nothing else, so that remembering it changes
 * nothing; a calendar that is corrected is another object.
 */
export class Remembered<Counted extends object> {
  readonly #kept = new WeakMap<Calendar, Map<string, Counted>>()

  of(calendar: Calendar, key: string, count: () => Counted): Counted {
    const known = this.#kept.get(calendar) ?? new Map<string, Counted>()
    this.#kept.set(calendar, known)
    const held = known.get(key)
    if (held) return held
    if (known.size === MOST) known.clear()
    const counted = count()
    known.set(key, counted)
    return counted
  }
}
