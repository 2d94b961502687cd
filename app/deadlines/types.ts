import type { Diagnostic } from '#core/diagnostic'

/** The same text in each language of the town. */
export type Texts = Record<string, string>

/** A day that does not count, and who declared it. */
export interface Holiday {
  scope: 'state' | 'region' | 'local' | 'body'
  name: Texts
}

/**
 * The official calendar of closed days (Law 39/2015, art. 30.7), as data: `weekend` holds ISO
 * weekdays (6 and 7 in Spain), `holidays` is keyed by `YYYY-MM-DD`, `years` lists the years whose
 * holidays are loaded; outside them only weekends are known, so whoever counts is warned.
 */
export interface Calendar {
  id: string
  timeZone: string
  weekend: number[]
  holidays: Record<string, Holiday>
  years: number[]
  /** Of these, those whose holidays are the usual ones, which nobody has confirmed. */
  usual?: number[]
}

export type TermUnit = 'hours' | 'working_days' | 'natural_days' | 'months' | 'years'

/** A length of time as the law gives it: a positive whole number of one unit. */
export interface Term {
  amount: number
  unit: TermUnit
}

/** Time that does not count (art. 22): ISO dates or instants; `to: null` while it lasts. */
export interface Pause {
  from: string
  to: string | null
}

/** What, besides its length and its start, decides where a term ends. */
export interface Circumstances {
  /** Granted under art. 32; counted as a prolongation of the same term. */
  extension?: Term | null
  pauses?: Pause[]
  /** `false`: a closed last day stays the last day (art. 43.2: ten natural days, whatever they are). */
  movesToWorkingDay?: boolean
}

/**
 * A counted term, with all that is needed to count it again. `lastDay` is the last day on which
 * one may still act (`YYYY-MM-DD`, the town's own); `expiresAt` the first instant after it (UTC).
 */
export interface Deadline extends Required<Circumstances> {
  term: Term
  from: string
  lastDay: string
  expiresAt: string
  warnings: Diagnostic[]
}
