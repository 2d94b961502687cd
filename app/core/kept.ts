/** So many readings are kept at most: beyond that all are let go, which costs no more than reading them again. */
const MOST = 10_000

/**
 * What was read lately, by key: read once for all who ask meanwhile, and again when its time is over. A reading that
 * failed is not kept.
 */
export class Kept<T> {
  readonly #held = new Map<string, { at: number; value: Promise<T> }>()

  constructor(
    private readonly milliseconds: number,
    private readonly read: (key: string) => Promise<T>
  ) {}

  of(key: string): Promise<T> {
    const held = this.#held.get(key)
    if (held && Date.now() - held.at < this.milliseconds) return held.value
    if (this.#held.size >= MOST) this.#held.clear()
    const value = this.read(key)
    this.#held.set(key, { at: Date.now(), value })
    value.catch(() => this.#held.delete(key))
    return value
  }

  /** Forgets what was read of a key, or of all. */
  forget(key?: string | null): void {
    if (key) this.#held.delete(key)
    else this.#held.clear()
  }
}
