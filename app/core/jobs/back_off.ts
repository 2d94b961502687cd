const FIRST_MS = 1_000
const LONGEST_MS = 10 * 60_000

/**
 * How long to wait after a failed attempt (counted from 1): doubled each time, up to ten minutes, and
 * spread by `luck` in [0, 1) over the upper half, so that what failed together does not return together.
 */
export function backOffMs(attempt: number, luck: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1))
  return Math.round(full / 2 + (full / 2) * luck)
}
