import type { RowShape } from '#tenancy/insert_rows'

/** What is written once of a request and never changes; where it stands is told by its acts. */
export const requestRows: RowShape = {
  table: 'signature_requests',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    key: 'text',
    template: 'text',
    kind: 'text',
    document_type: 'text',
    name: 'text',
    language: 'text',
    code: 'text',
    facts: 'jsonb',
    sha256: 'text',
    drafted_by: 'uuid',
    requested_at: 'timestamptz',
  },
}

export const stepRows: RowShape = {
  table: 'signature_steps',
  columns: {
    id: 'uuid',
    request_id: 'uuid',
    ordinal: 'int',
    position: 'text',
    body: 'text',
    unit_id: 'uuid',
    label: 'text',
    reason: 'text',
  },
}

export const signatureRows: RowShape = {
  table: 'signatures',
  columns: {
    id: 'uuid',
    request_id: 'uuid',
    step_id: 'uuid',
    officer_id: 'uuid',
    name: 'text',
    position: 'text',
    signer: 'text',
    certificate: 'text',
    base: 'text',
    sha256: 'text',
    signed_at: 'timestamptz',
  },
}

export const refusalRows: RowShape = {
  table: 'signature_refusals',
  columns: {
    id: 'uuid',
    request_id: 'uuid',
    step_id: 'uuid',
    officer_id: 'uuid',
    name: 'text',
    position: 'text',
    reason: 'text',
    refused_at: 'timestamptz',
  },
}
