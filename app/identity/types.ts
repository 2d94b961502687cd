/** How sure we are who somebody is (eIDAS Regulation, art. 8). */
export type AssuranceLevel = 'low' | 'substantial' | 'high'

const RANK = { none: 0, low: 1, substantial: 2, high: 3 }

export const reaches = (level: AssuranceLevel, needed: AssuranceLevel | 'none') => RANK[level] >= RANK[needed]

/** What an identity provider vouches for. */
export interface VerifiedIdentity {
  /** NIF, NIE or other identifier, in its usual form without separators. */
  identifier: string
  givenName: string
  surnames: string
  /** An organisation, where the person acts as its representative by certificate. */
  organisation?: { identifier: string; name: string } | null
  /** Where the provider knows them. */
  email?: string | null
  phone?: string | null
  level: AssuranceLevel
  /** The driver that vouched: `demo`, `certificate`, `clave` ... */
  method: string
}

/** A signed-in citizen, as the session keeps them. */
export interface Citizen {
  personId: string
  identifier: string
  name: string
  organisation: { identifier: string; name: string } | null
  email: string | null
  phone: string | null
  level: AssuranceLevel
  method: string
  /** Unix milliseconds of the sign-in. */
  since: number
}

/** Whose a draft is: a person's, or of whoever has the code with that digest. One of the two is null. */
export interface Holder {
  personId: string | null
  codeDigest: string | null
}

export const ROLES = [
  'case_handler',
  'technician',
  'resolver',
  'secretary',
  'registrar',
  'treasurer',
  'admin',
] as const

export type OfficerRole = (typeof ROLES)[number]

/** A signed-in employee of a town. */
export interface Officer {
  id: string
  email: string
  name: string
  position: Partial<Record<string, string>>
  roles: OfficerRole[]
  unitIds: string[]
  /** The bodies, by their role, whose office they hold. */
  holds: string[]
  language: string
  lastAccessAt: Date | null
  previousAccessAt: Date | null
  lastFailureAt: Date | null
  /** Until when nobody comes in by a browser that is not known. */
  lockedUntil: Date | null
  sessionsSince: Date
}
