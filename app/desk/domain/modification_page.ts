import type { Option, Plain } from '#desk/types'

/** Moving a case by hand: what is open, what could begin, and what will come of it before it is done. */
export interface ModificationPage {
  case: { id: string; number: string; subject: string }
  procedure: string
  closed: boolean
  tokens: { key: string; element: string; name: string; words: string; incident: boolean }[]
  places: Option[]
  typed: { cancel: string[]; begin: string; reason: string }
  faults: { what: string | null; reason: string | null }
  /** What will happen, in words; null before it was asked. */
  ahead: string[] | null
  /** Where the case stood when this was looked at. */
  seen: string
  csrf: string
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/modification': Plain<ModificationPage>
  }
}
