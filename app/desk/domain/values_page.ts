import type { FieldFaults, Typed } from '#desk/domain/values_form'
import type { Option } from '#desk/types'

export interface ProceduresPage {
  csrf: string
  procedures: {
    slug: string
    title: string
    /** The version that is offered, and the one that could be. */
    offered: string | null
    next: string
    newer: boolean
    /** What must be filled in first, in words. */
    missing: string[]
    fits: boolean
    /** Whether there is anything to fill in. */
    open: boolean
  }[]
}

/** What is said of a seam while it holds. */
export interface SaidVersion {
  from: string | null
  when: string
  article: string
  /** By the town, and not by the pack. */
  own: boolean
  rows: { keys: string[]; value: string; article: string | null }[]
}

export interface SeamLine {
  id: string
  title: string
  hint: string | null
  columns: string[]
  /** Nothing holds, and something must. */
  missing: boolean
  now: SaidVersion[]
  later: SaidVersion[]
  past: SaidVersion[]
}

export interface ValuesPage {
  slug: string
  title: string
  csrf: string
  /** Whether the version that is shown is offered. */
  offered: boolean
  seams: SeamLine[]
  bound: { member: 'unit' | 'body'; value: string; options: Option[] }[]
}

export interface ValuePage {
  slug: string
  title: string
  procedure: string
  seam: {
    id: string
    title: string
    hint: string | null
    article: string | null
    kind: 'rows' | 'brackets' | 'figure' | 'yes_no' | 'choice' | 'text'
    columns: { title: string; options: Option[] }[]
    /** `€`, `%`, or what else the figure is of. */
    unit: string
    options: Option[]
    below: boolean
  }
  now: SaidVersion[]
  csrf: string
  /** What was read before: another's change meanwhile is not overwritten. */
  before: string
  typed: Typed
  faults: FieldFaults
  /** A reason must be given: these days were used already. */
  used: string | null
  /** What it will be, to be looked at before it is written down; null until it is right. */
  ahead: { version: SaidVersion; examples: Example[] } | null
}

/** A golden case of the procedure, by today's figures and by those. */
export interface Example {
  title: string
  before: string
  after: string
  lines: { label: string; reckoned: string; amount: string }[]
}
