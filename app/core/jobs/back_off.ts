const FIRST_MS = 2_000
const TIMES = 10
const LONGEST_MS = 10 * 60_000

/**
 * How long to wait after a failed attempt (counted from 1): two seconds, twenty, three minutes, then ten, so that
 * the usual three retries outlast an office that starts again; spread by `luck` in [0, 1) over the upper half, so
 * that what failed together does not return together.
 */
export function backOffMs(attempt: number, luck: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * TIMES ** (attempt - 1))
  return Math.round(full / 2 + (full / 2) * luck)
}
