import { Stamp, type StampFacts } from '#documents/stamp/stamp'

/** The stamps in use, by a key of what is on them: a town that changes its letterhead gets another by itself. */
export class Stamps {
  readonly #capacity: number
  readonly #stamps = new Map<string, Stamp>()

  /** A stamp takes some hundred kilobytes; the ones used longest ago are let go. */
  constructor(capacity = 100) {
    this.#capacity = capacity
  }

  for(key: string, facts: () => StampFacts): Stamp {
    const stamp = this.#stamps.get(key) ?? new Stamp(facts())
    this.#stamps.delete(key)
    this.#stamps.set(key, stamp)
    const [oldest] = this.#stamps.keys()
    if (this.#stamps.size > this.#capacity && oldest !== undefined) this.#stamps.delete(oldest)
    return stamp
  }
}
