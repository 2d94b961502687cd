import type { ChangeClass, Change, MigrationPlan } from '#catalogue/domain/migration/index'
import type { CompiledProcedure } from '#catalogue/types'
import type { Law } from '#cases/types'
import type { Migrated, Migration, State } from '#engine/index'
import type { Pause, Term } from '#deadlines/index'

/** A plan made ready: what is the same for every case that goes this way. */
export interface Route {
  from: CompiledProcedure
  to: CompiledProcedure
  plan: MigrationPlan
  /** The digest of the plan. */
  digest: string
  changes: Change[]
  /** Variables whose new type does not take what the old one holds. */
  misfits: { name: string; from: string; to: string }[]
  migration: Omit<Migration, 'anew'>
}

/** An open case, as far as a move looks at it. */
export interface Movable {
  workflow: State
  law: Law | null
  countsFrom: string
  dueOn: string | null
  suspendedOn: string | null
  silenceOn: string | null
  pauses: Pause[]
  extension: Term | null
}

/** Why a case stays where it is. `code` has its text in `cases.migration.faults.<code>`. */
export interface Stay {
  code: string
  element: string
  detail: string
}

/** A case as it will stand. */
export interface Move extends Migrated {
  class: ChangeClass
  law: Law | null
  dueOn: string | null
  /** Tasks that are asked anew, in the version that it moves to. */
  asked: string[]
}
