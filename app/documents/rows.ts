import type { RowShape } from '#tenancy/insert_rows'

/** What a document is in its case: how people find it, and where it came from. */
export type DocumentKind =
  | 'receipt'
  | 'filing'
  | 'attachment'
  | 'answer'
  | 'requirement'
  | 'resolution'
  | 'certificate'
  | 'letter'
  | 'payment_proof'
  | 'refund_proof'

export interface DocumentRow {
  id: string
  case_id: string | null
  filing_id: string | null
  kind: string
  document_type: string
  name: string
  media_type: string
  language: string
  origin: 'citizen' | 'administration'
  code: string | null
  size: number | null
  sha256: string | null
  template: string | null
  facts: unknown
  created_at: string
}

export const documentRows: RowShape = {
  table: 'documents',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    filing_id: 'uuid',
    kind: 'text',
    document_type: 'text',
    name: 'text',
    media_type: 'text',
    language: 'text',
    origin: 'text',
    code: 'text',
    size: 'bigint',
    sha256: 'text',
    template: 'text',
    facts: 'jsonb',
    created_at: 'timestamptz',
  },
}

export const verificationCodeRows: RowShape = {
  table: 'verification_codes',
  columns: { code: 'text', document_id: 'uuid' },
}
