import type { RowShape } from '#tenancy/insert_rows'

/** That somebody's data were asked for: by whom, of whom, what for and by which right. Written before it is asked. */
export const queryRows: RowShape = {
  table: 'evidence_queries',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    key: 'text',
    service: 'text',
    source: 'text',
    subject: 'text',
    scope: 'text',
    purpose: 'text',
    authority: 'text',
    article: 'text',
    procedure: 'text',
    unit: 'text',
    asked_at: 'timestamptz',
  },
}

/** What came of it, without the data: they are in the case, if it needs them. */
export const answerRows: RowShape = {
  table: 'evidence_answers',
  columns: {
    query_id: 'uuid',
    case_id: 'uuid',
    key: 'text',
    outcome: 'text',
    reference: 'text',
    digest: 'text',
    answered_at: 'timestamptz',
  },
}
