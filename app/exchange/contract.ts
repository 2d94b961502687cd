import type { Json } from '#core/json'
import type { ServiceName } from '#exchange/domain/services'
import type { Town } from '#tenancy/types'

/** By which right somebody's data are asked for: a law gives it, or they consented (Law 39/2015, art. 28.2). */
export interface Authority {
  kind: 'law' | 'consent'
  article: string
}

/** How much of what a register knows is asked for. */
export type Scope = 'person' | 'household'

/** A question about somebody, with all that the other side may demand before it answers (Law 40/2015, art. 155). */
export interface EvidenceQuery {
  /** Ours, another each time that it is asked. */
  id: string
  service: ServiceName
  subject: { identifier: string; name: string }
  scope: Scope
  purpose: string
  authority: Authority
  procedure: { slug: string; sia: string | null }
  caseNumber: string
  /** Who asks, beside the town: the unit that handles the case. */
  unit: string
  askedAt: Date
}

/**
 * What the other side says. `reference` is its own number of the answer. `several`: more than one person is meant.
 * `refused`: it knows and doesn't tell, or doesn't take the question.
 */
export type EvidenceAnswer =
  | { outcome: 'found'; reference: string | null; data: Record<string, Json> }
  | { outcome: 'not_found' | 'several'; reference: string | null }
  | { outcome: 'refused'; reference: string | null; reason: string }

/** What every register and every intermediary has in common. */
export interface EvidenceSource {
  name: string
  services: readonly ServiceName[]
  /** Whether this town may ask it. */
  available(town: Town): boolean
  /** Asks once. Rejects where there is no answer, and lets go when `signal` says that nobody waits any more. */
  ask(town: Town, query: EvidenceQuery, signal: AbortSignal): Promise<EvidenceAnswer>
}
