import type { RowShape } from '#tenancy/insert_rows'
import type { Applicant, Signer } from '#filings/types'

export interface FilingRow {
  id: string
  slug: string
  digest: string
  kind: 'submission' | 'correction' | 'withdrawal' | 'addition'
  /** Null, like the signer, where it was filed anonymously. */
  person_id: string | null
  case_id: string
  entry_id: string
  language: string
  answers: unknown
  applicant: Applicant
  signer: Signer | null
  answers_digest: string
  filed_at: string
}

export const filingRows: RowShape = {
  table: 'filings',
  columns: {
    id: 'uuid',
    slug: 'text',
    digest: 'text',
    kind: 'text',
    person_id: 'uuid',
    case_id: 'uuid',
    entry_id: 'uuid',
    language: 'text',
    answers: 'jsonb',
    applicant: 'jsonb',
    signer: 'jsonb',
    answers_digest: 'text',
    filed_at: 'timestamptz',
  },
}

/** What leads from a follow-up code to what was filed with it. */
export interface FollowUpRow {
  filing_id: string
  case_id: string
  code_digest: string
}

export const followUpRows: RowShape = {
  table: 'follow_ups',
  columns: { filing_id: 'uuid', case_id: 'uuid', code_digest: 'text' },
}

export const idempotencyRows: RowShape = {
  table: 'idempotency_keys',
  columns: { key: 'uuid', body_digest: 'text', answer: 'jsonb', created_at: 'timestamptz' },
}
