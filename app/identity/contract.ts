import type { Result } from '#core/result'
import type { VerifiedIdentity } from '#identity/types'
import type { Town } from '#tenancy/types'

/** Where a sign-in is in its round trip: signed into the browser's session, read back at its end. */
export interface SignInState {
  nonce: string
  returnTo: string
}

/** Why a sign-in failed; each has its text in `identity.faults.<fault>`. */
export type SignInFault =
  'cancelled' | 'unknown_identity' | 'level_too_low' | 'answer_refused' | 'not_available'

/**
 * What certificate, Cl@ve and OIDC sign-in have in common: the citizen is sent somewhere, and comes back
 * with an answer that the driver alone can check.
 */
export interface IdentityDriver {
  name: string
  /** Whether this town may use it. */
  available(town: Town): boolean
  /** The address the browser is sent to. */
  begin(town: Town, state: SignInState): Promise<string>
  /** Reads the provider's answer: query or form fields of the return. */
  complete(
    town: Town,
    state: SignInState,
    answer: Record<string, unknown>
  ): Promise<Result<VerifiedIdentity, SignInFault>>
}
