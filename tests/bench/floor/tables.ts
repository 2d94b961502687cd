/** The tables that a filing writes, in the order in which it does. */
export const TABLES = [
  'idempotency_keys',
  'filings',
  'documents',
  'verification_codes',
  'case_files',
  'case_events',
  'tasks',
  'subscriptions',
  'jobs',
  'register_entries',
  'audit_entries',
] as const

export type Table = (typeof TABLES)[number]

/** The rows that one filing of the house left in each table. */
export type Pattern = Record<Table, Record<string, unknown>[]>
