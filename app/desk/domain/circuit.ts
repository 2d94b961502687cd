import type { Moment } from '#desk/types'

/** One of those who have to sign a document. */
export interface CircuitStep {
  label: string
  reason: string
  state: 'signed' | 'refused' | 'next' | 'waiting' | 'left'
  /** Who did what and when, or who may do it now. */
  words: string
}

/** A document that people sign, and where it stands. */
export interface CircuitLine {
  id: string
  title: string
  href: string
  state: string
  words: string
  at: Moment
  steps: CircuitStep[]
  /** Why it was not signed; null where nobody refused. */
  refused: string | null
}
