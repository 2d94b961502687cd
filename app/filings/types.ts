import type { Json } from '#core/json'

/** Who files, as frozen into the filing, and so into its case. */
export type { CaseApplicant as Applicant } from '#cases/types'

/** A filing that is not yet submitted: a new one, the answer to a requirement, or documents for a case. */
export interface Draft {
  id: string
  kind: 'submission' | 'correction' | 'addition'
  caseId: string | null
  taskId: string | null
  slug: string
  digest: string
  personId: string
  language: string
  answers: Record<string, Json>
  version: number
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
