const SHOWN = 3

/** The first names of a list, and how many more there are. */
const shortened = (names) =>
  names.length <= SHOWN
    ? names.join('; ')
    : `${names.slice(0, SHOWN).join('; ')} and ${names.length - SHOWN} more`

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

  /** Why tests were skipped, with the names of those: the reason of most first. */
  reasons() {
    const byReason = new Map()
    for (const { test, reason } of this.skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), test])
    return [...byReason].sort(([, some], [, others]) => others.length - some.length)
  }

  /** The end of `npm test`: each skipped test, then in one line how many and why, and `N passed, N failed`. */
  lines() {
    const reasons = this.reasons()
    const each = reasons.flatMap(([reason, tests]) => [
      `Skipped, ${reason}:`,
      ...tests.map((test) => `  - ${test}`),
    ])
    const told = reasons.map(([reason, tests]) => `${tests.length} (${reason}: ${shortened(tests)})`)
    return [
      ...each,
      `Skipped: ${told.join(', ') || 'nothing'}`,
      `${this.passed} passed, ${this.failed} failed`,
    ]
  }
}
