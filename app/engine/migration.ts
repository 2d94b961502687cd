import type { Expression } from '#engine/feel'
import type { Command } from '#engine/protocol'
import type { State } from '#engine/state'

/** Where what waits on an element goes on in the other graph: kept there, given up, or given up with another begun. */
export type Target = { to: string } | { to: null } | { begin: string }

/** How a case goes from one graph to another. Elements are those of the first, what is done there those of the second. */
export interface Migration {
  elements: ReadonlyMap<string, Target>
  phases?: ReadonlyMap<string, string>
  /** What the process knows from now on, over what it knew. */
  variables?: { name: string; value: Expression }[]
  /** Tasks that are asked anew, and timers whose term is told anew: under the key that they have. */
  anew?: ReadonlySet<string>
}

export interface Migrated {
  state: State
  commands: Command[]
  /** The tokens that go on, and where. */
  kept: { key: string; from: string; to: string }[]
}

/** Why a case can't move. Its text is `cases.migration.faults.<code>`. */
export interface MigrationFault {
  code:
    | 'empties_part'
    | 'ended'
    | 'ends_case'
    | 'join_complete'
    | 'join_gone'
    | 'no_target'
    | 'other_activity'
    | 'other_host'
    | 'other_kind'
    | 'other_message'
    | 'other_repetition'
    | 'other_scope'
    | 'phase_unknown'
    | 'stalls'
    | 'undoing_gone'
  key: string
  /** In the graph that it comes from. */
  element: string
  detail: string
}
