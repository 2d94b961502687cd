import type { Diagnostic } from '#core/diagnostic'

/** Expected failure is a value: an action answers a Result, and only surprise throws. */
export type Result<T, E = Diagnostic[]> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })

/** The value, or a thrown error: for callers who have already made failure impossible. */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value
  throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`)
}
