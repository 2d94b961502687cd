import type { HouseProcess } from '#tests/support/faults/processes'

/** A process that is started again whenever it ends, as the supervisor does. */
export class Kept {
  private wanted = true
  private up: HouseProcess | null = null
  private loop = Promise.resolve()

  private constructor(private readonly start: () => Promise<HouseProcess>) {}

  static async of(start: () => Promise<HouseProcess>): Promise<Kept> {
    const kept = new Kept(start)
    kept.up = await start()
    kept.loop = kept.keep()
    return kept
  }

  /** Null while it comes up. */
  get process(): HouseProcess | null {
    return this.up?.alive ? this.up : null
  }

  kill(): void {
    void this.process?.kill()
  }

  async end(): Promise<void> {
    this.wanted = false
    await this.process?.kill()
    await this.loop
  }

  private async keep(): Promise<void> {
    while (this.wanted) {
      await this.up?.ended
      if (!this.wanted) return
      this.up = null
      // One that did not come up is tried again, as a supervisor would.
      this.up = await this.start().catch(() => null)
      if (!this.wanted) await this.up?.kill()
    }
  }
}
