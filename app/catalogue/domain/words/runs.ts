/** A stretch of a list that comes so often, right after itself. */
export interface Run {
  at: number
  length: number
  times: number
}

/** What comes less often is told each time. */
const FEWEST = 4
/** A longer stretch is not looked for. */
const LONGEST = 8

function runAt(keys: readonly string[], at: number): Run {
  for (let length = 1; length <= LONGEST; length += 1) {
    let end = at + length
    while (end < keys.length && keys[end] === keys[end - length]) end += 1
    const times = Math.floor((end - at) / length)
    if (times >= FEWEST) return { at, length, times }
  }
  return { at, length: 1, times: 1 }
}

/** A list as stretches: what comes over and over as one, all else by itself. */
export function runsOf(keys: readonly string[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < keys.length;) {
    const run = runAt(keys, at)
    runs.push(run)
    at += run.length * run.times
  }
  return runs
}

/** What was passed, shortly: `(bell → ring) ×300` for what goes round. */
export const shortPath = (passed: readonly string[]): string[] =>
  runsOf(passed).map(({ at, length, times }) => {
    const stretch = passed.slice(at, at + length).join(' → ')
    if (times === 1) return stretch
    return length === 1 ? `${stretch} ×${times}` : `(${stretch}) ×${times}`
  })
