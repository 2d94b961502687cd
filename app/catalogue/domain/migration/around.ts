import { pointerTo } from '#core/json'
import type { Graph } from '#engine/index'
import type { MigrationPlan } from '#catalogue/domain/migration/types'
import type { CompiledProcedure, Sheet } from '#catalogue/domain/types'

/** A version as far as a plan speaks of it. */
export interface Version {
  digest: string
  slug: string
  sheet: Pick<Sheet, 'silence'>
  graph: Graph
  phases: string[]
}

export const versionOf = ({ digest, slug, sheet, graph, phases }: CompiledProcedure): Version => ({
  ...{ digest, slug, sheet, graph, phases },
})

/** A plan between its versions. */
export interface Around {
  plan: MigrationPlan
  file: string
  /** Null while only the version that cases move to is at hand. */
  from: Version | null
  to: Version
}

export const at = ({ file }: Around, ...path: (string | number)[]) => ({ file, pointer: pointerTo(...path) })
