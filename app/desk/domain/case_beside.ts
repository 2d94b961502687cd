import type { Moment } from '#desk/types'

/** A part of a case whose steps whoever handles it begins as they see fit. */
export interface OpenPartLine {
  key: string
  name: string
  /** How often something has been begun in it. */
  begun: number
  steps: { element: string; name: string; role: string; mine: boolean }[]
  /** Whether whoever looks may close it now. */
  closable: boolean
}

/** What stands beside a case: the others of its town that it has to do with. */
export interface CaseBeside {
  related: {
    id: string
    number: string
    how: string
    procedure: string
    state: string
    /** This one goes on once that one ends. */
    awaited: boolean
  }[]
  messages: {
    id: string
    name: string
    words: string
    at: Moment
    receiver: { id: string; number: string } | null
  }[]
}
