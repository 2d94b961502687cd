import type { AuditRow } from '#audit/types'
import type { CasePlan } from '#cases/types'
import type { DocumentRow } from '#documents/rows'
import type { FilingRow, FollowUpRow } from '#filings/rows'
import type { Acknowledgement } from '#filings/types'
import type { EntryPlan } from '#registry/types'

/** One filing on its way into the register: everything about it that needs no lock. */
export interface Member {
  /** The draft's id: the same draft is never filed twice. */
  key: string
  /** Of what is being filed: the same key with another body is a conflict. */
  bodyDigest: string
  filing: FilingRow
  /** Of an anonymous filing. */
  followUp: FollowUpRow | null
  documents: DocumentRow[]
  /** Uploads of the draft that become documents of the case. */
  uploads: { id: string; document_id: string }[]
  case: CasePlan
  entry: EntryPlan
  audit: AuditRow[]
  /** When it was planned; with `moved`, the clock that the register shall show (tests, simulations). */
  at: Date
  moved: boolean
}

export type Written = Acknowledgement

/** The town withdrew the version while the filing was on its way. */
export class WithdrawnVersionError extends Error {
  readonly code = 'E_VERSION_WITHDRAWN'
  constructor({ slug, digest }: FilingRow) {
    super(`the town takes no filings on version ${digest} of ${slug}`)
  }
}

export class ConflictError extends Error {
  readonly code = 'E_ALREADY_FILED_DIFFERENTLY'
  constructor(key: string) {
    super(`draft ${key} was filed with other contents`)
  }
}
