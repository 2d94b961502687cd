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

/** What the floor is told: the towns by host, and the filing that it copies. */
export interface FloorFacts {
  towns: Record<string, { id: string; personId: string }>
  pattern: Pattern
  key: string
  /** What every filing shares: ids of the pattern's town, person and unit. */
  kept: string[]
}
