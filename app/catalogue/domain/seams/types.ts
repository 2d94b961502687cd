import type { DatedValue, TownTables, Unit } from '#fees/index'

export type SeamKind = 'number' | 'money' | 'percent' | 'yes_no' | 'choice' | 'text'

/** A single value that each town decides; `town.<id>` in expressions and documents. */
export interface Seam {
  id: string
  kind: SeamKind
  /** It can't be offered before the town has said it. */
  required?: true
  /** What holds where a town has said nothing. */
  default?: string | boolean
  minimum?: string
  maximum?: string
  decimals?: number
  unit?: Unit
  options?: string[]
  longest?: number
  /** Where the public reads it by itself. */
  shows?: 'sheet'
  /** The article that leaves it to the town. */
  article?: string
}

/** What a town has filled in of one procedure: over what the pack says, from a day on. */
export interface TownValues {
  tables?: TownTables
  values?: Record<string, DatedValue[]>
  /** The unit that handles it, by its slug, and the body that decides, by its role. */
  unit?: string
  body?: string
}
