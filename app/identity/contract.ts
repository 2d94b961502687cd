import type { Result } from '#core/result'
import type { VerifiedIdentity } from '#identity/types'
import type { Town } from '#tenancy/types'

/** Why a sign-in failed; each has its text in `identity.faults.<fault>`. */
export type SignInFault =
  'cancelled' | 'unknown_identity' | 'level_too_low' | 'answer_refused' | 'not_available'

export type SignedIn = Result<VerifiedIdentity, SignInFault>

interface WayToSignIn {
  name: string
  /** Whether this town may use it. */
  available(town: Town): boolean
}

/** Who stands on the page of a driver that has one. */
export type Choice = Pick<VerifiedIdentity, 'identifier' | 'givenName' | 'surnames' | 'organisation'>

/** A driver that has its page with us: one chooses there, by a form of ours, and leaves for nowhere. */
export interface OwnPageDriver extends WayToSignIn {
  choices(town: Town): Choice[]
  choose(town: Town, identifier: string): Promise<SignedIn>
}

/** A sign-in that is under way: sealed into the browser's session, and read back at its end. */
export interface SignInState {
  driver: string
  /** Says that an answer is to this sign-in; the provider hands it back (`RelayState`, `state`). */
  nonce: string
  returnTo: string
  /** Unix milliseconds of its beginning. */
  begun: number
}

/** Where the browser goes: to an address, or to one with a form that it posts there. */
export type Departure = string | { action: string; fields: Record<string, string> }

/** What an answer is made of: nothing else is read of it, or given back to the browser. */
export interface AnswerForm {
  /** The field with the nonce. */
  nonce: string
  /** Every field that is read, the nonce's too, with the most characters that it may have. */
  fields: Readonly<Record<string, number>>
}

/**
 * What certificate, Cl@ve and OpenID Connect have in common: the citizen is sent to a provider, and comes back,
 * by a link or by a form that the provider's page posts, with an answer that the driver alone can check.
 */
export interface ProviderDriver extends WayToSignIn {
  answer: AnswerForm
  /** `answerAt` is where the provider has to send the browser back to. */
  begin(town: Town, state: SignInState, answerAt: string): Promise<Departure>
  /** Checks an answer that brought the nonce of this sign-in; what the provider signed is for the driver to verify. */
  complete(town: Town, state: SignInState, answer: Record<string, string>): Promise<SignedIn>
}

export type IdentityDriver = OwnPageDriver | ProviderDriver

export const hasOwnPage = (driver: IdentityDriver): driver is OwnPageDriver => 'choices' in driver
