/** From mild to strict: what is done by itself, asked anew, left to a person who has looked at it, never done. */
export const CLASSES = ['safe', 're_ask', 'needs_clerk', 'forbidden'] as const
export type ChangeClass = (typeof CLASSES)[number]

export type ChangeCode = 'form' | 'role' | 'answers' | 'given_up' | 'begun' | 'term' | 'law' | 'templates'

/** Where an element goes on: kept (`to`), given up (`to: null`), or given up with another begun in its place. */
export type Instruction = { from: string } & (
  { to: string | null; begin?: undefined } | { begin: string; to?: undefined }
)

/** `migrations/<from>-<to>.json`, or what an administrator makes of a proposal. */
export interface MigrationPlan {
  $schema: string
  /** The digests of both versions. */
  from: string
  to: string
  reason: Record<string, string>
  elements: Instruction[]
  /** Terms that don't run on as they were counted: the new term from the old beginning, or from the day of the move. */
  timers?: { element: string; count: 'again' | 'anew'; ground: string }[]
  classes?: { change: ChangeCode; of?: string; class: ChangeClass }[]
  phases?: { from: string; to: string }[]
  variables?: { name: string; value: string }[]
  /** What of the new sheet holds for cases that began under the old one. */
  law?: { follow: LawPart[]; ground: string }
}

export type LawPart = 'term' | 'silence'

/** What differs between two versions, as far as running cases feel it. */
export interface Change {
  change: ChangeCode
  /** The element it is of, in the version that cases come from; null where it is of all. */
  of: string | null
  /** Which form, part of the sheet or template. */
  what: string | null
  class: ChangeClass
}
