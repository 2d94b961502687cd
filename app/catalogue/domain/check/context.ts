import type { Diagnostic } from '#core/diagnostic'
import type { Graph } from '#engine/index'
import type { FeeSchedule } from '#fees/index'
import type { CompiledForm } from '#forms/index'
import type { Decisions } from '#catalogue/domain/decisions'
import type { Draft } from '#catalogue/domain/draft'
import type { ProcessFacts } from '#catalogue/domain/process_facts'
import type { Pack } from '#catalogue/domain/types'

/** What a check looks at: the documents, and what the process names in them. */
export interface Context extends Omit<Draft, 'forms' | 'fees'> {
  digest: string
  forms: Map<string, CompiledForm>
  fees: FeeSchedule | null
  models: Decisions
  graph: Graph
  facts: ProcessFacts
  /** The ids of all elements of the process. */
  elements: string[]
  /** The pack around the procedure, when it is at hand. */
  pack: Pack | null
}

/** One thing that can be wrong between documents. */
export type Check = (context: Context) => Diagnostic[]
