/** A process that lived this long was well: its next end starts the count anew. */
const WELL_MS = 60_000

const FIRST_MS = 500
const LONGEST_MS = 30_000

/** How long to wait before a process is started again: doubling from half a second to half a minute. */
export function backoff() {
  let failures = 0
  return (livedMs) => {
    failures = livedMs >= WELL_MS ? 0 : failures + 1
    return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  }
}
