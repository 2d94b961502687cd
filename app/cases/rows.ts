import type { RowShape } from '#tenancy/insert_rows'

export const caseRows: RowShape = {
  table: 'case_files',
  columns: {
    id: 'uuid',
    slug: 'text',
    digest: 'text',
    filing_id: 'uuid',
    entry_id: 'uuid',
    person_id: 'uuid',
    applicant: 'jsonb',
    subject: 'text',
    language: 'text',
    unit_id: 'uuid',
    state: 'text',
    phase: 'text',
    outcome: 'text',
    workflow: 'jsonb',
    opened_at: 'timestamptz',
    counts_from: 'date',
    due_on: 'date',
    seats: 'jsonb',
    closed_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
}

export const taskRows: RowShape = {
  table: 'tasks',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    key: 'text',
    element: 'text',
    form: 'text',
    role: 'text',
    opened_at: 'timestamptz',
    due_on: 'date',
    initial_answers: 'jsonb',
  },
}

export const subscriptionRows: RowShape = {
  table: 'subscriptions',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    key: 'text',
    kind: 'text',
    message: 'text',
    correlation: 'text',
    since: 'timestamptz',
  },
}

/** What was sent to whichever case waits for it. */
export const messageRows: RowShape = {
  table: 'messages',
  columns: {
    id: 'uuid',
    key: 'text',
    name: 'text',
    correlation: 'text',
    payload: 'jsonb',
    sender_kind: 'text',
    sender_id: 'text',
    sent_at: 'timestamptz',
    expires_at: 'timestamptz',
  },
}

/** Which cases were opened without a filing, and why. */
export const openingRows: RowShape = {
  table: 'openings',
  columns: {
    case_id: 'uuid',
    number: 'text',
    cause: 'text',
    key: 'text',
    parent_id: 'uuid',
    parent_key: 'text',
    opened_at: 'timestamptz',
  },
}

export const incidentRows: RowShape = {
  table: 'incidents',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    job_id: 'uuid',
    key: 'text',
    element: 'text',
    code: 'text',
    detail: 'text',
    opened_at: 'timestamptz',
  },
}

/** The history of cases, which only grows. */
export const eventRows: RowShape = {
  table: 'case_events',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    at: 'timestamptz',
    kind: 'text',
    actor_kind: 'text',
    actor_id: 'text',
    public: 'boolean',
    data: 'jsonb',
  },
}

/** How cases may move from one version to another, as it was decided. */
export const planRows: RowShape = {
  table: 'migration_plans',
  columns: {
    id: 'uuid',
    slug: 'text',
    from_digest: 'text',
    to_digest: 'text',
    digest: 'text',
    contents: 'jsonb',
    made_at: 'timestamptz',
  },
}

/** Each time a plan is carried out; how far it has come is no part of what was decided. */
export const runRows: RowShape = {
  table: 'migration_runs',
  columns: {
    id: 'uuid',
    plan_id: 'uuid',
    slug: 'text',
    direction: 'text',
    stage: 'jsonb',
    reason: 'text',
    started_by: 'text',
    started_at: 'timestamptz',
  },
}

/** What became of a case, and all that takes it back. */
export const receiptRows: RowShape = {
  table: 'case_migrations',
  columns: {
    id: 'uuid',
    run_id: 'uuid',
    case_id: 'uuid',
    outcome: 'text',
    plan_digest: 'text',
    from_digest: 'text',
    to_digest: 'text',
    law: 'jsonb',
    faults: 'jsonb',
    moved: 'jsonb',
    undo: 'jsonb',
    at: 'timestamptz',
  },
}
