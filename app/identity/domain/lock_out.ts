/** Five wrong passwords lock an account for fifteen minutes (ENS, op.acc.6: limited attempts). */
export const MOST_ATTEMPTS = 5
export const LOCK_MINUTES = 15

export interface Attempts {
  failedAttempts: number
  lockedUntil: Date | null
}

export const isLocked = ({ lockedUntil }: Attempts, at: Date) => lockedUntil !== null && lockedUntil > at

/** What the record says after one more wrong password. */
export function afterFailure({ failedAttempts, lockedUntil }: Attempts, at: Date): Attempts {
  const before = lockedUntil && lockedUntil <= at ? 0 : failedAttempts
  const failed = before + 1
  return failed >= MOST_ATTEMPTS
    ? { failedAttempts: 0, lockedUntil: new Date(at.getTime() + LOCK_MINUTES * 60_000) }
    : { failedAttempts: failed, lockedUntil: null }
}
