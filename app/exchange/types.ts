export type { Authority, EvidenceAnswer, EvidenceQuery, Scope } from '#exchange/contract'

/** What became of a question; nobody answered where it is `unavailable`. */
export type Outcome = 'found' | 'not_found' | 'several' | 'refused' | 'unavailable'
