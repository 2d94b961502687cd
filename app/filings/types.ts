import type { Json } from '#core/json'
import type { AssuranceLevel, Citizen } from '#identity/types'

/** Who files, as frozen into the filing, and so into its case. */
export type { CaseApplicant as Applicant } from '#cases/types'

/**
 * Who files: somebody who signed in, or nobody that we know, with the follow-up code that alone leads to what they
 * file.
 */
export type Filer = { citizen: Citizen; code?: null } | { citizen: null; code: string }

/** Who signed a filing: the person who had signed in, by which means and how surely they were known. */
export interface Signer {
  identifier: string
  name: string
  method: string
  level: AssuranceLevel
}

/** A filing that is not yet submitted: a new one, the answer to a requirement, or documents for a case. */
export interface Draft {
  id: string
  kind: 'submission' | 'correction' | 'addition'
  caseId: string | null
  taskId: string | null
  slug: string
  digest: string
  /** Null where nobody signed in: it is whose who have its follow-up code, of which the digest is kept. */
  personId: string | null
  codeDigest: string | null
  language: string
  answers: Record<string, Json>
  version: number
  /** Whether the town still takes filings on the draft's version of the procedure. */
  accepting: boolean
  /** Pages that are asked again, since the draft moved to another version than it was begun on. */
  askedAgain: string[]
  /** Pages that were gone through: nothing that is only asked for may be skipped unseen. */
  seen: string[]
  createdAt: Date
  updatedAt: Date
  expiresAt: Date
}

/** The answer to a submission, the same however often it is asked for. */
export interface Acknowledgement {
  filingId: string
  caseId: string
  entryId: string
  entryNumber: string
  recordedAt: string
  effectiveAt: string
  effectiveDate: string
}
