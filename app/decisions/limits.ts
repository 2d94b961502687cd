/** What a decision model may weigh: it is foreign data, so everything has a bound. */
export const LIMITS = {
  /** Decisions, knowledge, services and inputs together. */
  elements: 500,
  types: 500,
  /** Entries of one type, with those of the types that it uses. */
  entries: 1_000,
  /** Cells of all tables, tests and outputs together. */
  cells: 10_000,
  rules: 2_000,
  columns: 50,
  /** Boxed expressions, and types, within one another. */
  depth: 20,
  /** Characters of all expressions together. */
  text: 100_000,
  /** Boxed expressions of all decisions together. */
  boxes: 5_000,
  diagnostics: 200,
} as const

/** The steps that one decision may take with all it requires. */
export const MOST_STEPS = 500_000
