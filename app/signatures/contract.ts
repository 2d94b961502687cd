import type { Result } from '#core/result'
import type { Town } from '#tenancy/types'

/** What somebody signs now: the bytes that they read, and what their signature says. */
export interface SigningOrder {
  requestId: string
  stepId: string
  officer: { id: string; name: string; position: string }
  bytes: Buffer
  /** The field of the document that is theirs, from 0. */
  field: number
  reason: string
  signedAt: Date
  /** What the signature shows in its place: who signs, as what, and when. */
  lines: string[]
}

/**
 * `no_certificate`: it has none for them, or none that is valid. `declined`: they did not confirm it there. `unreachable`: it
 * could not be asked, or did not answer in time.
 */
export type SignerFault = 'no_certificate' | 'declined' | 'unreachable'

/**
 * A way to sign: certificates kept for officers, a signature holder ("portafirmas"), a device of theirs. It answers the bytes
 * that it was given with one update behind them, in which the certificate of that officer signs that field; whatever else it
 * answers is not believed. What it throws is a fault of its own, and is logged; being asked again after any fault does no harm.
 */
export interface Signer {
  name: string
  /** Whether this town may use it. */
  available(town: Town): boolean
  sign(town: Town, order: SigningOrder): Promise<Result<Buffer, SignerFault>>
}
