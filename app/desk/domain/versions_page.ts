import type { Moment, Plain } from '#desk/types'

/** A run, as a line of a list. */
export interface RunLine {
  id: string
  at: Moment
  /** From which version to which. */
  what: string
  running: boolean
  state: string
  moved: number
  restored: number
  stays: number
}

export interface VersionsPage {
  procedures: {
    slug: string
    title: string
    versions: {
      digest: string
      version: string
      publishedAt: Moment
      cases: number
      offered: boolean
      /** Where its open cases may go. */
      moves: { href: string; version: string; digest: string }[]
    }[]
    runs: RunLine[]
  }[]
}

interface Sample {
  id: string
  number: string
}

/** How cases go from one version to another: a line for each element on which they may wait. */
export interface VersionPlanPage {
  title: string
  procedure: string
  action: string
  /** Whether it was made up just now, and nobody has written it down. */
  proposed: boolean
  rows: {
    element: string
    name: string
    kind: string
    scope: string | null
    choice: string
    /** Whether it goes on at the element of its name, as it was. */
    same: boolean
    /** How many wait there, and how many of them would move; null before it was tried. */
    waits: { cases: number; moves: number } | null
  }[]
  targets: { id: string; name: string; kind: string; scope: string | null; begins: boolean }[]
  /** Terms that are of another length there, and what becomes of those that run; `cases`: how many do, once it was tried. */
  terms: {
    element: string
    name: string
    before: string
    now: string
    count: 'kept' | 'again' | 'anew'
    ground: string
    cases: number
  }[]
  /** What else the plan says, in words. */
  rest: string[]
  /** The command by which all of a plan is written. */
  command: string
  typed: { reason: string; limit: string; why: string }
  faults: { what: string[]; reason: string | null; limit: string | null; why: string | null }
  /** What it would do; null before it was tried. */
  ahead: {
    cases: number
    moves: { words: string; cases: number; samples: Sample[] }[]
    /** Last days that would be others. */
    days: { name: string; cases: number; samples: (Sample & { from: string; to: string })[] }[]
    stays: { words: string; at: string; cases: number; samples: Sample[] }[]
  } | null
  runs: RunLine[]
  csrf: string
}

export interface VersionRunPage {
  title: string
  procedure: string
  run: RunLine & { reason: string; by: string; endedAt: Moment | null }
  /** The plan that it carries out. */
  plan: string
  /** Open cases that are still where it takes them from. */
  left: number
  /** Which these are, in words. */
  leftOn: string
  /** Whether it can be taken back. */
  returns: boolean
  /** Cases that it moved or put back, a page of them, with what it did to each. */
  changed: {
    cases: { caseId: string; number: string; at: Moment; outcome: string; words: string[] }[]
    first: string | null
    next: string | null
  }
  /** Cases that stayed, and why; `review`: whoever has looked at it may have it moved. */
  stays: { caseId: string; number: string; faults: { words: string; at: string }[]; review: boolean }[]
  more: boolean
  typed: { cases: string[]; reason: string }
  faults: { cases: string | null; reason: string | null }
  csrf: string
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/versions': Plain<VersionsPage>
    'desk/version_plan': Plain<VersionPlanPage>
    'desk/version_run': Plain<VersionRunPage>
  }
}
