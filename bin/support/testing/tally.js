/** The sum of a test run: how many passed and failed, and what was skipped and why. */
export class Tally {
  passed = 0
  failed = 0
  skipped = []

  /** Counts one test. */
  count(passed) {
    if (passed) this.passed++
    else this.failed++
  }

  skip(test, reason) {
    this.skipped.push({ test, reason: reason || 'no reason given' })
  }

  /** The last two lines of `npm test`: what was skipped and why, and `N passed, N failed`. */
  lines() {
    const byReason = new Map()
    for (const { test, reason } of this.skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), test])
    const told = [...byReason].map(([reason, tests]) => `${tests.join(', ')} (${reason})`)
    return [`Skipped: ${told.join('; ') || 'nothing'}`, `${this.passed} passed, ${this.failed} failed`]
  }
}
