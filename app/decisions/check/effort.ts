/** How much may be looked at in the tables of one model, so that none takes its reader's time. */
export class Effort {
  #left = 3_000_000

  get spent(): boolean {
    return this.#left < 0
  }

  /** Whether so much may still be done; if so, it is taken. */
  take(steps: number): boolean {
    if (this.#left < steps) {
      this.#left = -1
      return false
    }
    this.#left -= steps
    return true
  }
}
