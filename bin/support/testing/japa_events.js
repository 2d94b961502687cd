/** Takes Japa's event lines (its `ndjson` reporter) out of a stream and counts them; other lines are for people. */
export class JapaEvents {
  /** Tests that ended, whatever the end. */
  seen = 0
  failed = 0

  constructor(tally) {
    this.tally = tally
  }

  /** Counts the line and returns true when it is an event, else returns false. */
  take(line) {
    if (!/^\{"(?:event|aggregates)":/.test(line)) return false
    const event = JSON.parse(line)
    if (event.event === 'test:end') this.#count(event)
    return true
  }

  #count({ title, isSkipped, isTodo, skipReason, errors, relativePath }) {
    this.seen++
    const name = title.expanded
    if (isTodo) return this.tally.skip(name, `not written yet, ${relativePath}`)
    if (isSkipped) return this.tally.skip(name, skipReason)
    if (errors.length > 0) this.failed++
    this.tally.count(errors.length === 0)
  }
}
