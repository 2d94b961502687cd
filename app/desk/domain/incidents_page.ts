import type { VariableField } from '#desk/domain/variable_fields'
import type { HistoryItem, Moment, Plain } from '#desk/types'

interface HeldCase {
  id: string
  number: string
  subject: string
}

export interface IncidentLine {
  id: string
  case: HeldCase | null
  element: string
  procedure: string | null
  words: string
  at: Moment
  /** When and by whom it was settled; null while it waits. */
  settled: { at: Moment; by: string } | null
}

interface MessageCase {
  id: string
  number: string
}

/** What goes between cases, and waits: for a message, or for a case. */
export interface MessageLines {
  awaited: { id: string; name: string; case: MessageCase; element: string; since: Moment | null }[]
  /** `case`: that which sent it; null where it came from outside. */
  kept: { id: string; name: string; case: MessageCase | null; sentAt: Moment; expiresAt: Moment }[]
}

export interface IncidentsPage {
  views: { name: 'open' | 'resolved'; href: string; count: string; current: boolean }[]
  /** Of what waits, by what it is. */
  kinds: { name: string; href: string; count: number; current: boolean }[]
  /** What failed in the same way more than once. */
  causes: {
    cause: string
    element: string
    procedure: string | null
    words: string
    detail: string
    count: number
    since: Moment
  }[]
  incidents: IncidentLine[]
  messages: MessageLines
  next: string | null
  first: string | null
}

export interface IncidentPage {
  incident: IncidentLine & {
    /** What helps. */
    remedy: string
    /** To try again may come to something else, with what is mended here or without. */
    again: boolean
    detail: string
    /** What could not be told, or held for no way out: in words, and as the procedure has it. */
    obstacles: { words: string; source: string }[]
    /** What that saw, value by value. */
    seen: string[]
    /** The element instance, as the history has it. */
    key: string
  }
  /** What led to it, the newest first. */
  before: HistoryItem[]
  /** What its process knows, as it can be mended; empty where there is no process. */
  fields: (VariableField & {
    fault: string | null
    /** What could not be told asked for it. */
    asked: boolean
  })[]
  /** What is of the filing, and stays as it was filed. */
  frozen: { name: string; value: string }[]
  reason: { text: string; fault: string | null }
  failed: boolean
  csrf: string
  /** Where the case can be moved by hand. */
  modify: string | null
  /** Where it can be moved to another version, and which it is on. */
  versions: { href: string; running: string } | null
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/incidents': Plain<IncidentsPage>
    'desk/incident': Plain<IncidentPage>
  }
}
